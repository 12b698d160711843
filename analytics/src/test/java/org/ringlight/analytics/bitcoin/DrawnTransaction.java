package org.ringlight.analytics.bitcoin;

import java.util.List;
import org.ringlight.protocol.bitcoin.ScriptType;

/** A transaction drawn by hand. */
public record DrawnTransaction(
    long id, int height, int version, long lockTime, List<In> ins, List<Out> outs)
    implements CoinTransaction {

  /** An input and the output that it spends. */
  public record In(
      long output, long value, long address, ScriptType script, long sequence, boolean signsAll) {}

  /** An output. */
  public record Out(long id, long value, long address, ScriptType script) {}

  public DrawnTransaction {
    ins = List.copyOf(ins);
    outs = List.copyOf(outs);
  }

  @Override
  public boolean isCoinbase() {
    return ins.isEmpty();
  }

  @Override
  public int inputs() {
    return ins.size();
  }

  @Override
  public long inputOutput(int input) {
    return ins.get(input).output();
  }

  @Override
  public long inputValue(int input) {
    return ins.get(input).value();
  }

  @Override
  public long inputAddress(int input) {
    return ins.get(input).address();
  }

  @Override
  public ScriptType inputScript(int input) {
    return ins.get(input).script();
  }

  @Override
  public long inputSequence(int input) {
    return ins.get(input).sequence();
  }

  @Override
  public boolean signsAll(int input) {
    return ins.get(input).signsAll();
  }

  @Override
  public int outputs() {
    return outs.size();
  }

  @Override
  public long outputId(int output) {
    return outs.get(output).id();
  }

  @Override
  public long outputValue(int output) {
    return outs.get(output).value();
  }

  @Override
  public long outputAddress(int output) {
    return outs.get(output).address();
  }

  @Override
  public ScriptType outputScript(int output) {
    return outs.get(output).script();
  }
}
