package org.ringlight.analytics.bitcoin.coinjoin;

import java.util.Arrays;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * What detectors count in a transaction, counted once. Inputs and outputs without an address (data,
 * anchors, non-standard scripts) are left out, as GraphSense does.
 */
final class Shape {

  private final long[] values;
  private final long[] inputAddresses;
  private final int inputs;
  private final int mostInputsOfOneAddress;
  private final int outputAddresses;
  private final int outputsWithoutAddress;
  private final long valueOut;

  private Shape(long[] inputs, long[] outputs, long[] values, int outputsWithoutAddress) {
    this.inputs = inputs.length;
    this.mostInputsOfOneAddress = longestRun(inputs);
    this.inputAddresses = distinct(inputs);
    this.outputAddresses = distinct(outputs).length;
    this.values = values;
    this.outputsWithoutAddress = outputsWithoutAddress;
    this.valueOut = Arrays.stream(values).sum();
  }

  static Shape of(CoinTransaction tx) {
    long[] inputs = new long[tx.inputs()];
    int in = 0;
    for (int i = 0; i < tx.inputs(); i++) {
      long address = tx.inputAddress(i);
      if (address != CoinTransaction.UNKNOWN) {
        inputs[in++] = address;
      }
    }
    long[] outputs = new long[tx.outputs()];
    long[] values = new long[tx.outputs()];
    int out = 0;
    for (int j = 0; j < tx.outputs(); j++) {
      long address = tx.outputAddress(j);
      if (address != CoinTransaction.UNKNOWN) {
        outputs[out] = address;
        values[out++] = tx.outputValue(j);
      }
    }
    return new Shape(
        sorted(inputs, in), sorted(outputs, out), sorted(values, out), tx.outputs() - out);
  }

  int inputs() {
    return inputs;
  }

  int outputs() {
    return values.length;
  }

  int outputsWithoutAddress() {
    return outputsWithoutAddress;
  }

  /** Different addresses among the inputs, ascending. */
  long[] inputAddresses() {
    return inputAddresses;
  }

  int mostInputsOfOneAddress() {
    return mostInputsOfOneAddress;
  }

  boolean outputAddressesAreDistinct() {
    return outputAddresses == values.length;
  }

  /** Output values, ascending. */
  long[] values() {
    return values;
  }

  long valueOut() {
    return valueOut;
  }

  /** A value and how many outputs have it. */
  record Equal(long value, int count) {}

  /**
   * The most frequent output value from {@code least} to {@code most}, the larger of two that are
   * equally frequent; count 0 where there is none.
   */
  Equal mostFrequent(long least, long most) {
    Equal best = new Equal(0, 0);
    for (int from = 0; from < values.length; ) {
      int to = runEnd(values, from);
      if (values[from] >= least && values[from] <= most && to - from >= best.count()) {
        best = new Equal(values[from], to - from);
      }
      from = to;
    }
    return best;
  }

  /** How many outputs are worth from {@code least} to {@code most}. */
  int countBetween(long least, long most) {
    int count = 0;
    for (long value : values) {
      if (value >= least && value <= most) {
        count++;
      }
    }
    return count;
  }

  /** End of the run of equal numbers that begins at {@code from}. */
  static int runEnd(long[] sorted, int from) {
    int to = from + 1;
    while (to < sorted.length && sorted[to] == sorted[from]) {
      to++;
    }
    return to;
  }

  private static long[] sorted(long[] numbers, int count) {
    long[] exact = Arrays.copyOf(numbers, count);
    Arrays.sort(exact);
    return exact;
  }

  private static long[] distinct(long[] sorted) {
    return Arrays.stream(sorted).distinct().toArray();
  }

  private static int longestRun(long[] sorted) {
    int longest = 0;
    for (int from = 0; from < sorted.length; ) {
      int to = runEnd(sorted, from);
      longest = Math.max(longest, to - from);
      from = to;
    }
    return longest;
  }
}
