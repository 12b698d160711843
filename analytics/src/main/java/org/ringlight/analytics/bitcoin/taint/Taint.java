package org.ringlight.analytics.bitcoin.taint;

import java.util.function.LongPredicate;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * Definition: where the coins of {@link TaintSources sources} lie, by a {@link TaintMethod} and the
 * policies beside it. Give it every transaction in chain order, then ask for the {@link #report}.
 *
 * <p>An output that is a source and holds taint of another is its own source's whole from then on:
 * the last theft counts, and what it replaces is counted.
 *
 * <p>Guarantee: conditional on the policy. See {@link TaintMethod} for citations, where it applies
 * and where it fails. Cost: linear in transactions; memory for unspent tainted outputs. Not for
 * several threads.
 */
public final class Taint {

  private final TaintPolicy policy;
  private final TaintSources sources;
  private final LongPredicate end;
  private final TaintReceipt receipt;
  private final long[] stolen;
  private final long[] fees;
  private final long[] arrived;
  private final long[] replaced;
  private final CoinFlow flow;

  /** Taint that ends nowhere but in fees. */
  public Taint(TaintPolicy policy, TaintSources sources) {
    this(policy, sources, address -> false, (transaction, output, source, amount) -> {});
  }

  /**
   * Taint that ends at some addresses.
   *
   * @param end whether taint ends at an address, as at a service that pools coins
   * @param receipt hears of every tainted output, those where taint ends too
   */
  public Taint(TaintPolicy policy, TaintSources sources, LongPredicate end, TaintReceipt receipt) {
    this.policy = policy;
    this.sources = sources;
    this.end = end;
    this.receipt = receipt;
    int count = sources.names().size();
    stolen = new long[count];
    fees = new long[count];
    arrived = new long[count];
    replaced = new long[count];
    flow = new CoinFlow(policy, new Sources());
  }

  /**
   * Moves on by one transaction.
   *
   * @throws org.ringlight.failure.DataInvalid as {@link CoinFlow#accept} does
   */
  public void accept(CoinTransaction transaction) {
    flow.accept(transaction);
  }

  /** Number of unspent tainted outputs so far. */
  public int outputs() {
    return flow.outputs();
  }

  /** What became of all; ends the chain. */
  public TaintReport report() {
    flow.end();
    return new TaintReport(policy, sources, flow, stolen, fees, arrived, replaced);
  }

  private final class Sources implements Arrivals {

    @Override
    public int origin(CoinTransaction transaction, int output) {
      int source = sources.of(transaction.outputId(output));
      if (source != NONE) {
        stolen[source] = Math.addExact(stolen[source], originAmount(transaction, output));
      }
      return source;
    }

    @Override
    public long originAmount(CoinTransaction transaction, int output) {
      return sources.amount(transaction.outputId(output), transaction.outputValue(output));
    }

    @Override
    public int arrive(CoinTransaction transaction, int output, int mark, long amount) {
      if (sources.of(transaction.outputId(output)) != NONE) {
        return mark;
      }
      receipt.received(transaction, output, mark, amount);
      long address = transaction.outputAddress(output);
      if (address != CoinTransaction.UNKNOWN && end.test(address)) {
        arrived[mark] = Math.addExact(arrived[mark], amount);
        return NONE;
      }
      return mark;
    }

    @Override
    public void replaced(CoinTransaction transaction, int output, int mark, long amount) {
      replaced[mark] = Math.addExact(replaced[mark], amount);
    }

    @Override
    public void fee(int height, int mark, long amount) {
      fees[mark] = Math.addExact(fees[mark], amount);
    }
  }
}
