package org.ringlight.analytics.bitcoin.taint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.ringlight.analytics.bitcoin.DrawnTransaction;
import org.ringlight.protocol.bitcoin.ScriptType;

/**
 * A small chain of transactions drawn at random from a seed: values add up, coinbases claim fees.
 */
public final class RandomChain {

  private final Random random;
  private final int addresses;
  private final List<DrawnTransaction> transactions = new ArrayList<>();
  private final List<DrawnTransaction.Out> unspent = new ArrayList<>();
  private long nextOutput;

  private RandomChain(long seed, int addresses) {
    random = new Random(seed);
    this.addresses = addresses;
  }

  /**
   * Draws one.
   *
   * @param subsidy the new coins of a block, in satoshi
   */
  public static List<DrawnTransaction> of(long seed, int blocks, int spends, long subsidy) {
    RandomChain chain = new RandomChain(seed, 12);
    for (int height = 0; height < blocks; height++) {
      chain.block(height, spends, subsidy);
    }
    return chain.transactions;
  }

  /** The same transactions with their inputs in another order. */
  public static List<DrawnTransaction> shuffled(List<DrawnTransaction> chain, long seed) {
    Random random = new Random(seed);
    List<DrawnTransaction> others = new ArrayList<>();
    for (DrawnTransaction one : chain) {
      List<DrawnTransaction.In> ins = new ArrayList<>(one.ins());
      Collections.shuffle(ins, random);
      others.add(
          new DrawnTransaction(
              one.id(), one.height(), one.version(), one.lockTime(), ins, one.outs()));
    }
    return others;
  }

  /** An output of the first half of a chain. */
  public static long someOutput(List<DrawnTransaction> chain, Random random) {
    List<DrawnTransaction.Out> outs = chain.get(random.nextInt(chain.size() / 2)).outs();
    return outs.get(random.nextInt(outs.size())).id();
  }

  private void block(int height, int spends, long subsidy) {
    int place = transactions.size();
    long coinbaseOutputs = nextOutput;
    int paidTo = 1 + random.nextInt(3);
    nextOutput += paidTo;
    long id = place;
    long fees = 0;
    List<DrawnTransaction> made = new ArrayList<>();
    for (int spend = 0; spend < spends && !unspent.isEmpty(); spend++) {
      DrawnTransaction one = spend(++id, height);
      fees += one.fee();
      made.add(one);
    }
    long claimed = subsidy + fees;
    if (random.nextInt(5) == 0) {
      claimed = Math.max(0, claimed - random.nextInt((int) Math.min(1000, claimed) + 1));
    }
    List<DrawnTransaction.Out> outs = outs(coinbaseOutputs, parts(claimed, paidTo));
    transactions.add(new DrawnTransaction(place, height, 1, 0, List.of(), outs));
    transactions.addAll(made);
    unspent.addAll(outs);
  }

  private DrawnTransaction spend(long id, int height) {
    List<DrawnTransaction.In> ins = new ArrayList<>();
    int inputs = Math.min(1 + random.nextInt(4), unspent.size());
    long value = 0;
    for (int i = 0; i < inputs; i++) {
      DrawnTransaction.Out spent = unspent.remove(random.nextInt(unspent.size()));
      ins.add(
          new DrawnTransaction.In(
              spent.id(), spent.value(), spent.address(), spent.script(), 0xffffffffL, true));
      value += spent.value();
    }
    long fee =
        switch (random.nextInt(4)) {
          case 0 -> 0;
          case 1 -> (long) (random.nextDouble() * value);
          default -> Math.min(value, random.nextInt(4));
        };
    int outputs = 1 + random.nextInt(4);
    List<DrawnTransaction.Out> outs = outs(nextOutput, parts(value - fee, outputs));
    nextOutput += outputs;
    unspent.addAll(outs);
    return new DrawnTransaction(id, height, 2, 0, ins, outs);
  }

  private long[] parts(long value, int count) {
    long[] parts = new long[count];
    long left = value;
    for (int j = 0; j < count - 1; j++) {
      parts[j] = random.nextInt(3) == 0 ? left / (count - j) : (long) (random.nextDouble() * left);
      left -= parts[j];
    }
    parts[count - 1] = left;
    return parts;
  }

  private List<DrawnTransaction.Out> outs(long first, long[] values) {
    List<DrawnTransaction.Out> outs = new ArrayList<>();
    for (int j = 0; j < values.length; j++) {
      int address = random.nextInt(addresses + 1) - 1; // -1: of none
      outs.add(new DrawnTransaction.Out(first + j, values[j], address, ScriptType.P2WPKH));
    }
    return outs;
  }
}
