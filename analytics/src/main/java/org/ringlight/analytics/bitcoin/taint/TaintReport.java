package org.ringlight.analytics.bitcoin.taint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/** What became of the coins of some sources. */
public final class TaintReport {

  private final TaintPolicy policy;
  private final TaintSources sources;
  private final CoinFlow flow;
  private final List<SourceTotals> totals = new ArrayList<>();

  TaintReport(
      TaintPolicy policy,
      TaintSources sources,
      CoinFlow flow,
      long[] stolen,
      long[] fees,
      long[] arrived,
      long[] replaced) {
    this.policy = policy;
    this.sources = sources;
    this.flow = flow;
    long[] unspent = new long[stolen.length];
    forEach(output -> addTo(unspent, output));
    for (int source = 0; source < stolen.length; source++) {
      totals.add(
          new SourceTotals(
              sources.names().get(source),
              stolen[source],
              unspent[source],
              fees[source],
              arrived[source],
              replaced[source]));
    }
  }

  /** What it was made with. */
  public TaintPolicy policy() {
    return policy;
  }

  /** By source, in their order. */
  public List<SourceTotals> totals() {
    return List.copyOf(totals);
  }

  /** Sees each unspent tainted output, by ascending number. */
  public void forEach(Consumer<TaintedOutput> seen) {
    flow.forEach(
        (output, value, address, lots) -> {
          long taint = 0;
          for (Lot lot : lots) {
            taint += lot.isMarked() ? lot.amount() : 0;
          }
          taint = policy.method() == TaintMethod.POISON ? value : taint;
          seen.accept(new TaintedOutput(output, value, address, taint, lots));
        });
  }

  /**
   * Unspent tainted coins by owner: for each, satoshi by source.
   *
   * @param owner the owner of an address: itself, or an entity; {@link CoinTransaction#UNKNOWN} is
   *     the owner of outputs without an address
   */
  public SortedMap<Long, long[]> byOwner(LongUnaryOperator owner) {
    SortedMap<Long, long[]> owners = new TreeMap<>();
    forEach(
        output -> {
          long address = output.address();
          long who = address == CoinTransaction.UNKNOWN ? address : owner.applyAsLong(address);
          addTo(owners.computeIfAbsent(who, one -> new long[sources.names().size()]), output);
        });
    return owners;
  }

  /** Transactions that spent tainted coins beside outputs that are not in the tables. */
  public long unresolved() {
    return flow.unresolved();
  }

  /** What was taken for clean in them, in satoshi. */
  public long assumedClean() {
    return flow.assumedClean();
  }

  @Override
  public String toString() {
    return policy + " " + Arrays.toString(totals.toArray());
  }

  private static void addTo(long[] sums, TaintedOutput output) {
    for (Lot lot : output.lots()) {
      if (lot.isMarked()) {
        sums[lot.mark()] = Math.addExact(sums[lot.mark()], lot.amount());
      }
    }
  }
}
