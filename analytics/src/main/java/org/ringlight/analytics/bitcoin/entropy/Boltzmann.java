package org.ringlight.analytics.bitcoin.entropy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: a way to read a transaction splits its inputs into blocks, each with some of the
 * outputs, so that every block pays for its outputs and no more than the fee beyond them. A block
 * may have no outputs where it is worth no more than the fee. N is their number, entropy its
 * logarithm, and an input is linked with an output in those ways where one block has both. With
 * intrafees, a block of a CoinJoin may also receive what a maker earns, or pay what a taker pays.
 *
 * <p>Citation: LaurentMT, "Bitcoin Transactions and Privacy", parts 1 to 3, and the Boltzmann tool;
 * Maurer, Neudecker, Florian, "Anonymous CoinJoin Transactions with Arbitrary Values", TrustCom
 * 2017. Boltzmann's options: LINKABILITY is what is done here; PRECHECK, which fixes links before
 * it counts, changes the time and not the result, and is not needed; MERGE_INPUTS is {@link
 * SameAddress#TOGETHER}. Boltzmann meets a way block by block and wants every rest to match too,
 * which follows of itself without intrafees; with them it is not asked for here.
 *
 * <p>Inputs: one transaction whose inputs are resolved. Output: {@link Interpretations}, or {@link
 * NotCounted} beyond the limits. Guarantee: the number is exact; a probability made of it is
 * conditional on all ways being equally likely, and on values alone. Where it applies: transactions
 * of few inputs and outputs; CoinJoins above all. Known failures: an ordinary payment can be read
 * in several ways by accident; payers who know one another, PayJoins and payments inside a CoinJoin
 * break the rule that each block pays for itself; clusters and change are not looked at. Cost:
 * equal values are counted together, so that a perfect CoinJoin is quick; different ones take up to
 * 3^(inputs + outputs) steps in the worst case, which a limit bounds.
 */
public final class Boltzmann {

  private final EntropySettings settings;

  public Boltzmann(EntropySettings settings) {
    this.settings = settings;
  }

  /** Counts the ways to read a transaction. Outputs and inputs without value do not count. */
  public Entropy of(CoinTransaction transaction) {
    if (transaction.isCoinbase()) {
      return new NotCounted("a coinbase has no inputs");
    }
    if (!transaction.isResolved()) {
      return new NotCounted("the values of its inputs are not in the tables");
    }
    if (transaction.fee() < 0) {
      return new NotCounted("it pays more than it spends");
    }
    int[] inputOf = merged(transaction);
    int[] outputOf = valuable(transaction);
    long[] ins = new long[Arrays.stream(inputOf).max().orElse(-1) + 1];
    int inputs = 0;
    for (int i = 0; i < inputOf.length; i++) {
      if (inputOf[i] >= 0) {
        ins[inputOf[i]] += transaction.inputValue(i);
        inputs++;
      }
    }
    long[] outs = new long[Arrays.stream(outputOf).max().orElse(-1) + 1];
    for (int j = 0; j < outputOf.length; j++) {
      if (outputOf[j] >= 0) {
        outs[outputOf[j]] = transaction.outputValue(j);
      }
    }
    if (inputs <= 1 || outs.length <= 1) {
      // one payer, or one payee who is paid by all: Boltzmann does not look further
      return new Interpretations(
          1, inputs, outs.length, spread(inputOf, outputOf, (in, out) -> 1), IntraFees.NONE);
    }
    if (inputs > settings.maxInputs() || outs.length > settings.maxOutputs()) {
      return new NotCounted(
          inputs
              + " inputs and "
              + outs.length
              + " outputs: more than "
              + settings.maxInputs()
              + " and "
              + settings.maxOutputs());
    }
    return count(ins, outs, inputs, inputOf, outputOf);
  }

  private Entropy count(long[] ins, long[] outs, int inputs, int[] inputOf, int[] outputOf) {
    IntraFees intraFees = IntraFees.of(outs, ins.length, settings.intraFeesPpm());
    Side inSide = new Side(ins);
    Side outSide = new Side(outs);
    Counting counting = new Counting(inSide, outSide, intraFees, settings.maxSteps());
    try {
      long count = counting.count();
      long[][] links = counting.links();
      return new Interpretations(
          count,
          inputs,
          outs.length,
          spread(inputOf, outputOf, (in, out) -> links[inSide.group(in)][outSide.group(out)]),
          intraFees);
    } catch (Counting.GivenUp e) {
      return new NotCounted("not within " + settings.maxSteps() + " steps");
    } catch (ArithmeticException e) {
      return new NotCounted("more ways to read it than 2^63-1");
    }
  }

  /** By input: its number among those that count, or -1. */
  private int[] merged(CoinTransaction transaction) {
    int[] numbers = new int[transaction.inputs()];
    Map<Long, Integer> byAddress = new LinkedHashMap<>();
    int next = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (transaction.inputValue(i) == 0) {
        numbers[i] = -1;
        continue;
      }
      long address = transaction.inputAddress(i);
      Integer before = byAddress.get(address);
      if (settings.sameAddress() == SameAddress.TOGETHER && before != null) {
        numbers[i] = before;
      } else {
        numbers[i] = next++;
        if (address != CoinTransaction.UNKNOWN) {
          byAddress.put(address, numbers[i]);
        }
      }
    }
    return numbers;
  }

  private static int[] valuable(CoinTransaction transaction) {
    int[] numbers = new int[transaction.outputs()];
    int next = 0;
    for (int j = 0; j < numbers.length; j++) {
      numbers[j] = transaction.outputValue(j) == 0 ? -1 : next++;
    }
    return numbers;
  }

  @FunctionalInterface
  private interface Cell {
    long at(int in, int out);
  }

  private static long[][] spread(int[] inputOf, int[] outputOf, Cell cell) {
    long[][] links = new long[inputOf.length][outputOf.length];
    for (int i = 0; i < inputOf.length; i++) {
      for (int j = 0; j < outputOf.length; j++) {
        links[i][j] = inputOf[i] < 0 || outputOf[j] < 0 ? 0 : cell.at(inputOf[i], outputOf[j]);
      }
    }
    return links;
  }
}
