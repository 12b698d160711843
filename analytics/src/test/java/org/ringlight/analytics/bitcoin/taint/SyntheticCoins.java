package org.ringlight.analytics.bitcoin.taint;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.protocol.bitcoin.ScriptType;

/**
 * A chain that is made while it is read, through one object: blocks of a coinbase and 200 spends of
 * one to three outputs each, two to three new ones. What is unspent grows with the chain, by about
 * 0.45 outputs a transaction, as a chain's does.
 */
final class SyntheticCoins implements CoinTransaction {

  private static final int SPENDS = 200;
  private static final long COIN = 100_000_000;

  private final SplittableRandom random;
  private long[] unspent = new long[1024];
  private long[] values = new long[1024];
  private int unspentCount;
  private long nextOutput;
  private long id = -1;
  private int height;
  private final long[] inputIds = new long[3];
  private final long[] inputValues = new long[3];
  private int inputs;
  private long firstOutput;
  private final long[] outputValues = new long[3];
  private int outputs;

  private SyntheticCoins(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Shows {@code count} transactions. */
  static void read(long seed, int count, Consumer<CoinTransaction> reader) {
    SyntheticCoins coins = new SyntheticCoins(seed);
    for (int i = 0; i < count; i++) {
      coins.next(i % (SPENDS + 1) == 0);
      reader.accept(coins);
    }
  }

  private void next(boolean coinbase) {
    id++;
    inputs = 0;
    long value = 50 * COIN;
    if (coinbase) {
      height++;
    } else {
      inputs = Math.min(1 + random.nextInt(3), unspentCount);
      value = 0;
      for (int i = 0; i < inputs; i++) {
        int chosen = random.nextInt(unspentCount);
        inputIds[i] = unspent[chosen];
        inputValues[i] = values[chosen];
        value += values[chosen];
        unspent[chosen] = unspent[--unspentCount];
        values[chosen] = values[unspentCount];
      }
      value -= Math.min(value, 1000);
    }
    outputs = 2 + random.nextInt(2);
    firstOutput = nextOutput;
    for (int j = 0; j < outputs; j++) {
      outputValues[j] = j == outputs - 1 ? value : random.nextLong(value + 1);
      value -= outputValues[j];
      keep(nextOutput++, outputValues[j]);
    }
  }

  private void keep(long output, long value) {
    if (unspentCount == unspent.length) {
      unspent = Arrays.copyOf(unspent, 2 * unspentCount);
      values = Arrays.copyOf(values, 2 * unspentCount);
    }
    unspent[unspentCount] = output;
    values[unspentCount++] = value;
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
    return inputs == 0;
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public long lockTime() {
    return 0;
  }

  @Override
  public int inputs() {
    return inputs;
  }

  @Override
  public long inputOutput(int input) {
    return inputIds[input];
  }

  @Override
  public long inputValue(int input) {
    return inputValues[input];
  }

  @Override
  public long inputAddress(int input) {
    return inputIds[input];
  }

  @Override
  public ScriptType inputScript(int input) {
    return ScriptType.P2WPKH;
  }

  @Override
  public long inputSequence(int input) {
    return 0xffffffffL;
  }

  @Override
  public boolean signsAll(int input) {
    return true;
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public long outputId(int output) {
    return firstOutput + output;
  }

  @Override
  public long outputValue(int output) {
    return outputValues[output];
  }

  @Override
  public long outputAddress(int output) {
    return firstOutput + output;
  }

  @Override
  public ScriptType outputScript(int output) {
    return ScriptType.P2WPKH;
  }
}
