package org.ringlight.analytics.bitcoin.taint;

import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.protocol.bitcoin.ScriptType;

/** A copy of a coinbase, kept until its block ends. */
final class WaitingCoinbase implements CoinTransaction {

  private final long id;
  private final int height;
  private final int version;
  private final long lockTime;
  private final long[] outputIds;
  private final long[] values;
  private final long[] addresses;
  private final ScriptType[] scripts;

  private WaitingCoinbase(CoinTransaction coinbase) {
    id = coinbase.id();
    height = coinbase.height();
    version = coinbase.version();
    lockTime = coinbase.lockTime();
    int outputs = coinbase.outputs();
    outputIds = new long[outputs];
    values = new long[outputs];
    addresses = new long[outputs];
    scripts = new ScriptType[outputs];
    for (int j = 0; j < outputs; j++) {
      outputIds[j] = coinbase.outputId(j);
      values[j] = coinbase.outputValue(j);
      addresses[j] = coinbase.outputAddress(j);
      scripts[j] = coinbase.outputScript(j);
    }
  }

  static WaitingCoinbase of(CoinTransaction coinbase) {
    return new WaitingCoinbase(coinbase);
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public int height() {
    return height;
  }

  @Override
  public boolean isCoinbase() {
    return true;
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public long lockTime() {
    return lockTime;
  }

  @Override
  public int inputs() {
    return 0;
  }

  @Override
  public long inputOutput(int input) {
    throw noInput(input);
  }

  @Override
  public long inputValue(int input) {
    throw noInput(input);
  }

  @Override
  public long inputAddress(int input) {
    throw noInput(input);
  }

  @Override
  public ScriptType inputScript(int input) {
    throw noInput(input);
  }

  @Override
  public long inputSequence(int input) {
    throw noInput(input);
  }

  @Override
  public boolean signsAll(int input) {
    throw noInput(input);
  }

  @Override
  public int outputs() {
    return outputIds.length;
  }

  @Override
  public long outputId(int output) {
    return outputIds[output];
  }

  @Override
  public long outputValue(int output) {
    return values[output];
  }

  @Override
  public long outputAddress(int output) {
    return addresses[output];
  }

  @Override
  public ScriptType outputScript(int output) {
    return scripts[output];
  }

  private static IndexOutOfBoundsException noInput(int input) {
    return new IndexOutOfBoundsException("a coinbase has no inputs, asked for " + input);
  }
}
