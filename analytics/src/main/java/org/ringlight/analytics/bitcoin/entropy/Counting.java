package org.ringlight.analytics.bitcoin.entropy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the ways to read one transaction. A way is a chain of states, each what is left of inputs
 * and outputs; a step takes the block of the first input that is left. Counted from the end, each
 * state once; then from the beginning, for the links.
 */
final class Counting {

  /** Counting was given up. */
  static final class GivenUp extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final Side inputs;
  private final Side outputs;
  private final int[] outputsBySum;
  private final long[] outputSums;
  private final long maxSteps;
  private final IntraFees intraFees;
  private final long fee;
  private final Map<Long, Long> waysOn = new HashMap<>();
  private final List<Long> finished = new ArrayList<>();
  private long steps;

  Counting(Side inputs, Side outputs, IntraFees intraFees, long maxSteps) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.intraFees = intraFees;
    this.maxSteps = maxSteps;
    fee = inputs.sum(inputs.choices() - 1) - outputs.sum(outputs.choices() - 1);
    outputsBySum = outputs.bySum();
    outputSums = new long[outputsBySum.length];
    for (int i = 0; i < outputSums.length; i++) {
      outputSums[i] = outputs.sum(outputsBySum[i]);
    }
  }

  /**
   * The number of ways.
   *
   * @throws ArithmeticException where it does not fit into 63 bits
   */
  long count() throws GivenUp {
    return waysOn(inputs.choices() - 1, outputs.choices() - 1);
  }

  /** In how many ways one input of a value is linked with one output of a value; after count. */
  long[][] links() throws GivenUp {
    long[][] sums = new long[inputs.groups()][outputs.groups()];
    Map<Long, Long> waysTo = new HashMap<>();
    waysTo.put(key(inputs.choices() - 1, outputs.choices() - 1), 1L);
    for (int i = finished.size() - 1; i >= 0; i--) {
      long key = finished.get(i);
      long before = waysTo.getOrDefault(key, 0L);
      if (before > 0) {
        follow(key, before, waysTo, sums);
      }
    }
    for (int in = 0; in < inputs.groups(); in++) {
      for (int out = 0; out < outputs.groups(); out++) {
        // every pair of equal ones is linked equally often
        sums[in][out] /= (long) inputs.count(in) * outputs.count(out);
      }
    }
    return sums;
  }

  /** One block, with what is left behind it. */
  @FunctionalInterface
  private interface Block {
    void see(int in, int out, long ways) throws GivenUp;
  }

  private long waysOn(int in, int out) throws GivenUp {
    if (in == 0) {
      return out == 0 ? 1 : 0;
    }
    long key = key(in, out);
    Long known = waysOn.get(key);
    if (known != null) {
      return known;
    }
    long[] sum = new long[1];
    forEachBlock(
        in,
        out,
        (blockIn, blockOut, ways) ->
            sum[0] =
                Math.addExact(
                    sum[0], Math.multiplyExact(ways, waysOn(in - blockIn, out - blockOut))));
    waysOn.put(key, sum[0]);
    finished.add(key);
    return sum[0];
  }

  private void follow(long key, long before, Map<Long, Long> waysTo, long[][] sums) throws GivenUp {
    int in = (int) (key / outputs.choices());
    int out = (int) (key % outputs.choices());
    forEachBlock(
        in,
        out,
        (blockIn, blockOut, ways) -> {
          long on = waysOn(in - blockIn, out - blockOut);
          if (on == 0) {
            return;
          }
          long through = Math.multiplyExact(before, ways);
          waysTo.merge(key(in - blockIn, out - blockOut), through, Math::addExact);
          long whole = Math.multiplyExact(through, on);
          for (int i = 0; i < sums.length; i++) {
            int some = inputs.number(blockIn, i);
            for (int j = 0; some > 0 && j < sums[i].length; j++) {
              long pairs = (long) some * outputs.number(blockOut, j);
              sums[i][j] = Math.addExact(sums[i][j], Math.multiplyExact(whole, pairs));
            }
          }
        });
  }

  private void forEachBlock(int in, int out, Block block) throws GivenUp {
    int first = inputs.firstGroup(in);
    // without intrafees what blocks pay adds up to the fee, so that none pays more than is left
    boolean alone = intraFees.equals(IntraFees.NONE);
    long most = alone ? inputs.sum(in) - outputs.sum(out) : fee + intraFees.taker();
    for (int part = in; part > 0; part--) {
      step();
      if (inputs.number(part, first) == 0 || !inputs.within(part, in)) {
        continue;
      }
      long from = inputs.sum(part) - most;
      long upTo = inputs.sum(part) + intraFees.maker();
      long ways = inputs.waysWithFirst(part, in);
      if (part == in) {
        // the last block takes all that is left
        if (outputs.sum(out) >= from && outputs.sum(out) <= upTo) {
          block.see(part, out, ways);
        }
        continue;
      }
      for (int i = firstAtLeast(from); i < outputSums.length && outputSums[i] <= upTo; i++) {
        step();
        if (outputs.within(outputsBySum[i], out)) {
          block.see(
              part, outputsBySum[i], Math.multiplyExact(ways, outputs.ways(outputsBySum[i], out)));
        }
      }
    }
  }

  private int firstAtLeast(long sum) {
    int low = 0;
    int high = outputSums.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (outputSums[middle] < sum) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void step() throws GivenUp {
    if (++steps > maxSteps) {
      throw new GivenUp();
    }
  }

  private long key(int in, int out) {
    return (long) in * outputs.choices() + out;
  }
}
