package org.ringlight.analytics.spark.contrast;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.protocol.bitcoin.ScriptType;

/**
 * A transaction of either chain of which it is known what it spends and what all of that is worth,
 * as the kernels of taint see it. Without inputs it makes what it pays. What pays a label has one
 * of two addresses, by whether it was paid out of the sources themselves.
 */
final class KnownTransaction implements CoinTransaction {

  /** The address of a label that spends a source. */
  static final long DIRECT = 0;

  /** The address of a label further away. */
  static final long INDIRECT = 1;

  private record Coin(long output, long value, long address) {}

  private final long id;
  private final List<Coin> inputs = new ArrayList<>();
  private final List<Coin> outputs = new ArrayList<>();

  KnownTransaction(long id) {
    this.id = id;
  }

  void spends(long output, long value) {
    inputs.add(new Coin(output, value, UNKNOWN));
  }

  void makes(long output, long value, long address) {
    outputs.add(new Coin(output, value, address));
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public int height() {
    return 0;
  }

  @Override
  public boolean isCoinbase() {
    return inputs.isEmpty();
  }

  @Override
  public int version() {
    return 0;
  }

  @Override
  public long lockTime() {
    return 0;
  }

  @Override
  public int inputs() {
    return inputs.size();
  }

  @Override
  public long inputOutput(int input) {
    return inputs.get(input).output();
  }

  @Override
  public long inputValue(int input) {
    return inputs.get(input).value();
  }

  @Override
  public long inputAddress(int input) {
    return UNKNOWN;
  }

  @Override
  public ScriptType inputScript(int input) {
    return ScriptType.NONSTANDARD;
  }

  @Override
  public long inputSequence(int input) {
    return 0;
  }

  @Override
  public boolean signsAll(int input) {
    return true;
  }

  @Override
  public int outputs() {
    return outputs.size();
  }

  @Override
  public long outputId(int output) {
    return outputs.get(output).output();
  }

  @Override
  public long outputValue(int output) {
    return outputs.get(output).value();
  }

  @Override
  public long outputAddress(int output) {
    return outputs.get(output).address();
  }

  @Override
  public ScriptType outputScript(int output) {
    return ScriptType.NONSTANDARD;
  }
}
