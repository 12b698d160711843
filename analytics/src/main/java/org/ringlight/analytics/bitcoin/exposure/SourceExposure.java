package org.ringlight.analytics.bitcoin.exposure;

import java.util.Arrays;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.taint.Arrivals;
import org.ringlight.analytics.bitcoin.taint.CoinFlow;
import org.ringlight.analytics.bitcoin.taint.CoinbaseFees;
import org.ringlight.analytics.bitcoin.taint.Lot;
import org.ringlight.analytics.bitcoin.taint.TaintPolicy;
import org.ringlight.analytics.bitcoin.taint.TaintSources;
import org.ringlight.failure.ConfigurationInvalid;

/**
 * Definition: the value that goes from some outputs to labelled entities: direct where whoever held
 * them paid it, indirect through entities without a label. It stops at any labelled entity. As
 * {@link ExposureTrace} of what one entity sent, for a theft whose coins and not whose thief are
 * known; hops are not counted beyond the first.
 *
 * <p>Inputs: transactions in chain order, sources, who owns an address, what labels say. Output:
 * satoshi by label, and the rest: together what the sources are worth. Guarantee: conditional on
 * the clusters, the labels and the method; sums are exact. Known failures: those of {@link
 * ExposureTrace}. Cost: linear in transactions; memory for unspent outputs that hold such coins.
 *
 * <p>Not for several threads.
 */
public final class SourceExposure {

  private static final int WITH_HOLDER = 0;
  private static final int FARTHER = 1;

  private final TaintSources sources;
  private final Entities entities;
  private final Labels labels;
  private final CoinFlow flow;
  private final long[] direct;
  private final long[] indirect;
  private long total;
  private long fees;
  private long returned;
  private long[] payers = {};

  /**
   * Begins with nothing.
   *
   * @throws ConfigurationInvalid for poison, whose shares have no whole
   */
  public SourceExposure(
      TaintPolicy policy, TaintSources sources, Entities entities, Labels labels) {
    if (!policy.method().conserves()) {
      throw new ConfigurationInvalid(
          "poison marks more than there is, so that its shares have no whole",
          "method",
          "take haircut, FIFO, LIFO, TIHO or dirty-first");
    }
    this.sources = sources;
    this.entities = entities;
    this.labels = labels;
    direct = new long[labels.categories().size()];
    indirect = new long[labels.categories().size()];
    flow = new CoinFlow(policy.with(CoinbaseFees.END), new Marks());
  }

  /**
   * Where the value went, in satoshi; all parts are together the total.
   *
   * @param total what the sources are worth
   * @param direct by label
   * @param indirect by label
   * @param unspent not spent, without a label
   * @param fees what fees took
   * @param returned what came into outputs that are themselves sources
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  public record Report(
      long total, long[] direct, long[] indirect, long unspent, long fees, long returned) {

    /** What has no label. */
    public long unattributed() {
      return Math.addExact(Math.addExact(unspent, fees), returned);
    }

    /** A part of the total as a fraction of it; 0 where there is none. */
    public double share(long amount) {
      return total == 0 ? 0 : (double) amount / total;
    }
  }

  /**
   * Moves on by one transaction.
   *
   * @throws org.ringlight.failure.DataInvalid as {@link CoinFlow#accept} does
   */
  public void accept(CoinTransaction transaction) {
    flow.accept(transaction);
  }

  /** What came out; ends the chain. */
  public Report report() {
    flow.end();
    long[] unspent = new long[1];
    flow.forEach(
        (output, value, address, lots) -> {
          for (Lot lot : lots) {
            unspent[0] = Math.addExact(unspent[0], lot.isMarked() ? lot.amount() : 0);
          }
        });
    long parts = Math.addExact(Math.addExact(unspent[0], fees), returned);
    for (int label = 0; label < direct.length; label++) {
      parts = Math.addExact(parts, Math.addExact(direct[label], indirect[label]));
    }
    if (parts != total) {
      throw new IllegalStateException("the parts are " + parts + " satoshi of " + total);
    }
    return new Report(total, direct.clone(), indirect.clone(), unspent[0], fees, returned);
  }

  private long entity(long address) {
    return address == CoinTransaction.UNKNOWN ? Entities.UNKNOWN : entities.entityOf(address);
  }

  private final class Marks implements Arrivals {

    @Override
    public void spending(CoinTransaction transaction) {
      payers = new long[transaction.inputs()];
      for (int i = 0; i < payers.length; i++) {
        payers[i] = entity(transaction.inputAddress(i));
      }
      Arrays.sort(payers);
    }

    @Override
    public int origin(CoinTransaction transaction, int output) {
      if (sources.of(transaction.outputId(output)) == NONE) {
        return NONE;
      }
      total = Math.addExact(total, originAmount(transaction, output));
      return WITH_HOLDER;
    }

    @Override
    public long originAmount(CoinTransaction transaction, int output) {
      return sources.amount(transaction.outputId(output), transaction.outputValue(output));
    }

    @Override
    public int arrive(CoinTransaction transaction, int output, int mark, long amount) {
      if (sources.of(transaction.outputId(output)) != NONE) {
        return mark; // it is replaced
      }
      long entity = entity(transaction.outputAddress(output));
      int label = entity == Entities.UNKNOWN ? Labels.UNLABELLED : labels.category(entity);
      if (label != Labels.UNLABELLED) {
        long[] sums = mark == WITH_HOLDER ? direct : indirect;
        sums[label] = Math.addExact(sums[label], amount);
        return NONE;
      }
      boolean same = entity != Entities.UNKNOWN && Arrays.binarySearch(payers, entity) >= 0;
      return same ? mark : FARTHER;
    }

    @Override
    public void replaced(CoinTransaction transaction, int output, int mark, long amount) {
      returned = Math.addExact(returned, amount);
    }

    @Override
    public void fee(int height, int mark, long amount) {
      fees = Math.addExact(fees, amount);
    }
  }
}
