package org.ringlight.analytics.bitcoin.taint;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values in, values out and the fee between them: a transaction as a splitter sees it. Used again
 * for the next one.
 */
final class Spend {

  private long[] values = new long[8];
  private @Nullable Held[] held = new Held[8];
  private int inputs;
  private long[] outputs = new long[8];
  private int outputCount;
  private long in;
  private long out;

  void clear() {
    Arrays.fill(held, 0, inputs, null); // so that what was spent can be freed
    inputs = 0;
    outputCount = 0;
    in = 0;
    out = 0;
  }

  void addInput(long value, @Nullable Held marked) {
    if (inputs == values.length) {
      values = Arrays.copyOf(values, 2 * inputs);
      held = Arrays.copyOf(held, 2 * inputs);
    }
    values[inputs] = value;
    held[inputs++] = marked;
    in = Math.addExact(in, value);
  }

  void addOutput(long value) {
    if (outputCount == outputs.length) {
      outputs = Arrays.copyOf(outputs, 2 * outputCount);
    }
    outputs[outputCount++] = value;
    out = Math.addExact(out, value);
  }

  int inputs() {
    return inputs;
  }

  int outputs() {
    return outputCount;
  }

  long output(int output) {
    return outputs[output];
  }

  /** Adds an input's satoshi to a row, in their order. */
  void copyInput(int input, Lots row) {
    Held marked = held[input];
    if (marked == null) {
      row.add(Lots.CLEAN, values[input]);
      return;
    }
    for (int lot = 0; lot < marked.size(); lot++) {
      row.add(marked.mark(lot), marked.amount(lot));
    }
  }

  @Nullable Held held(int input) {
    return held[input];
  }

  long inputValue(int input) {
    return values[input];
  }

  long valueIn() {
    return in;
  }

  long valueOut() {
    return out;
  }

  long fee() {
    return in - out;
  }
}
