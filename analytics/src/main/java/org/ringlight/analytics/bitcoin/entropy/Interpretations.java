package org.ringlight.analytics.bitcoin.entropy;

import java.math.BigDecimal;
import java.math.MathContext;

/** In how many ways a transaction can be read, and in how many of them which things are linked. */
public final class Interpretations implements Entropy {

  private final long count;
  private final int inputs;
  private final int outputs;
  private final long[][] links;
  private final IntraFees intraFees;

  /**
   * What was counted.
   *
   * @param inputs how many have a value
   * @param outputs how many have a value
   * @param links by input and output of the transaction; 0 for those without a value
   */
  Interpretations(long count, int inputs, int outputs, long[][] links, IntraFees intraFees) {
    this.count = count;
    this.inputs = inputs;
    this.outputs = outputs;
    this.links = links;
    this.intraFees = intraFees;
  }

  /** How many there are: N, at least 1. */
  public long count() {
    return count;
  }

  /** {@code log2 N}, in bits. */
  public double entropy() {
    return Math.log((double) count) / Math.log(2);
  }

  /** Bits for each input and output that has a value. */
  public double density() {
    return entropy() / (inputs + outputs);
  }

  /**
   * N as a part of that of the perfect CoinJoin closest to this shape; 0 for one way alone, as
   * Boltzmann has it.
   */
  public double efficiency() {
    if (count == 1) {
      return 0;
    }
    PerfectCoinJoin perfect = PerfectCoinJoin.closestTo(inputs, outputs);
    return BigDecimal.valueOf(count)
        .divide(new BigDecimal(perfect.interpretations()), MathContext.DECIMAL64)
        .doubleValue();
  }

  /** In how many of them an input and an output are linked. */
  public long links(int input, int output) {
    return links[input][output];
  }

  /** In which part of them an input and an output are linked, if all are equally likely. */
  public double probability(int input, int output) {
    return (double) links[input][output] / count;
  }

  /** Whether an input and an output are linked in all of them. */
  public boolean isCertain(int input, int output) {
    return links[input][output] == count;
  }

  /** How many links are certain. */
  public int certain() {
    int certain = 0;
    for (long[] row : links) {
      for (long one : row) {
        certain += one == count ? 1 : 0;
      }
    }
    return certain;
  }

  /** What participants were allowed to pay one another. */
  public IntraFees intraFees() {
    return intraFees;
  }
}
