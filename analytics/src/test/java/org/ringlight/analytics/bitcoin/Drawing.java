package org.ringlight.analytics.bitcoin;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.protocol.bitcoin.ScriptType;

/**
 * Draws a {@link DrawnTransaction} step by step. Its outputs are numbered from {@code 1000 * id};
 * coins that nobody drew come from outputs below 0, other than {@link CoinTransaction#UNKNOWN}.
 */
public final class Drawing {

  private static final long FINAL = 0xffffffffL;

  private final long id;
  private int height;
  private int version = 2;
  private long lockTime;
  private long sequence = FINAL;
  private ScriptType script = ScriptType.P2WPKH;
  private boolean signsAll = true;
  private final List<DrawnTransaction.In> ins = new ArrayList<>();
  private final List<DrawnTransaction.Out> outs = new ArrayList<>();

  private Drawing(long id) {
    this.id = id;
    this.height = (int) id;
  }

  public static Drawing tx(long id) {
    return new Drawing(id);
  }

  /** The number of an output of a drawn transaction. */
  public static long output(long tx, int index) {
    return 1000 * tx + index;
  }

  /** An input of a coin that nobody drew. */
  public Drawing in(long value, long address) {
    return spends(-2 - 1000 * id - ins.size(), value, address);
  }

  /** An input that spends a drawn coin. */
  public Drawing spends(long output, long value, long address) {
    ins.add(new DrawnTransaction.In(output, value, address, script, sequence, signsAll));
    return this;
  }

  /** An input whose output is not known. */
  public Drawing unresolved() {
    long unknown = CoinTransaction.UNKNOWN;
    return script(ScriptType.NONSTANDARD).spends(unknown, unknown, unknown);
  }

  /** {@code count} inputs of one value, of addresses from {@code first} on. */
  public Drawing ins(int count, long value, long first) {
    for (int i = 0; i < count; i++) {
      in(value, first + i);
    }
    return this;
  }

  public Drawing out(long value, long address) {
    outs.add(new DrawnTransaction.Out(output(id, outs.size()), value, address, script));
    return this;
  }

  /** {@code count} outputs of one value, to addresses from {@code first} on. */
  public Drawing outs(int count, long value, long first) {
    for (int j = 0; j < count; j++) {
      out(value, first + j);
    }
    return this;
  }

  /** An output of data. */
  public Drawing data() {
    outs.add(
        new DrawnTransaction.Out(
            output(id, outs.size()), 0, CoinTransaction.UNKNOWN, ScriptType.NULL_DATA));
    return this;
  }

  /** Of the inputs and outputs drawn from here on. */
  public Drawing script(ScriptType type) {
    script = type;
    return this;
  }

  /** Of the inputs drawn from here on. */
  public Drawing sequence(long number) {
    sequence = number;
    return this;
  }

  /** The inputs drawn from here on do not sign everything. */
  public Drawing openSignatures() {
    signsAll = false;
    return this;
  }

  public Drawing version(int number) {
    version = number;
    return this;
  }

  public Drawing lockTime(long time) {
    lockTime = time;
    return this;
  }

  public Drawing height(int block) {
    height = block;
    return this;
  }

  public DrawnTransaction drawn() {
    return new DrawnTransaction(id, height, version, lockTime, ins, outs);
  }
}
