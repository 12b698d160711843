package org.ringlight.analytics.bitcoin.taint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.DrawnTransaction;
import org.ringlight.protocol.bitcoin.ScriptType;

/** Transactions drawn by hand, one after the other. Outputs are numbered from 0. */
public final class Sketch {

  private final List<DrawnTransaction> transactions = new ArrayList<>();
  private final Map<Long, DrawnTransaction.Out> outputs = new HashMap<>();
  private int height = -1;
  private long nextOutput;

  /** A payment. */
  public record Pay(long address, long value) {}

  /** Pays {@code value} to {@code address}. */
  public static Pay to(long address, long value) {
    return new Pay(address, value);
  }

  /** A block begins with its coinbase. Says the first of its outputs. */
  public long block(Pay... coinbase) {
    height++;
    return add(List.of(), coinbase);
  }

  /** Spends outputs in this order. Says the first of the new ones; the others follow. */
  public long spend(List<Long> inputs, Pay... pays) {
    List<DrawnTransaction.In> ins = new ArrayList<>();
    for (long input : inputs) {
      DrawnTransaction.Out out = outputs.get(input);
      ins.add(
          out == null
              ? new DrawnTransaction.In(
                  CoinTransaction.UNKNOWN,
                  CoinTransaction.UNKNOWN,
                  CoinTransaction.UNKNOWN,
                  ScriptType.NONSTANDARD,
                  0xffffffffL,
                  true)
              : new DrawnTransaction.In(
                  out.id(), out.value(), out.address(), out.script(), 0xffffffffL, true));
    }
    return add(ins, pays);
  }

  /** All of them in chain order. */
  public List<DrawnTransaction> transactions() {
    return List.copyOf(transactions);
  }

  private long add(List<DrawnTransaction.In> ins, Pay... pays) {
    long first = nextOutput;
    List<DrawnTransaction.Out> outs = new ArrayList<>();
    for (Pay pay : pays) {
      DrawnTransaction.Out out =
          new DrawnTransaction.Out(nextOutput++, pay.value(), pay.address(), ScriptType.P2WPKH);
      outs.add(out);
      outputs.put(out.id(), out);
    }
    transactions.add(new DrawnTransaction(transactions.size(), height, 2, 0, ins, outs));
    return first;
  }
}
