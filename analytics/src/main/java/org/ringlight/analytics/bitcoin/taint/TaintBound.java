package org.ringlight.analytics.bitcoin.taint;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongObjectHashMap;
import com.carrotsearch.hppc.cursors.LongObjectCursor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.failure.ConfigurationInvalid;

/**
 * Definition: the most that any way of splitting may carry from the sources to given outputs: the
 * maximum flow through the transactions between them, where an output carries at most its value.
 *
 * <p>Citation: Dinic, Soviet Math. Doklady 11, 1970, for the algorithm.
 *
 * <p>Inputs: transactions in chain order. Output: satoshi. Guarantee: conditional on the sources
 * alone: whatever the method and the fee policy, as long as coins are neither made nor lost. Poison
 * makes them, and may exceed it. Where it applies: as taint does. Known failures: it says what may
 * have been carried, not what was. Cost: memory for every output that the sources can reach, up to
 * a limit; a question is O(transactions² · outputs) at worst, in practice near to linear.
 */
public final class TaintBound {

  /** Reached outputs that are held, unless told otherwise: about 100 MB. */
  public static final int USUAL_LIMIT = 1_000_000;

  private static final int SOURCE = -1;
  private static final int NOBODY = -2;
  private static final long FEE = -1;

  private final TaintSources sources;
  private final LongPredicate end;
  private final CoinbaseFees coinbaseFees;
  private final int limit;
  private final LongObjectHashMap<Reached> reached = new LongObjectHashMap<>();
  private final FlowEdges edges = new FlowEdges();
  private int makers;
  private int height = NOBODY;
  private @Nullable WaitingCoinbase coinbase;
  private int coinbaseMaker = NOBODY;

  /**
   * An output that the sources can reach.
   *
   * @param maker the number of the transaction that made it, or {@link #SOURCE}
   * @param address whose it is, or {@link CoinTransaction#UNKNOWN}
   */
  private record Reached(long value, int maker, long address) {}

  /**
   * A bound for some sources.
   *
   * @param limit how many outputs may be reached before it gives up
   */
  public TaintBound(TaintSources sources, CoinbaseFees coinbaseFees, int limit) {
    this(sources, address -> false, coinbaseFees, limit);
  }

  /**
   * A bound for some sources whose coins are followed no further than to some addresses.
   *
   * @param end whether coins end at an address
   * @param limit how many outputs may be reached before it gives up
   */
  public TaintBound(TaintSources sources, LongPredicate end, CoinbaseFees coinbaseFees, int limit) {
    this.sources = sources;
    this.end = end;
    this.coinbaseFees = coinbaseFees;
    this.limit = limit;
  }

  /**
   * Moves on by one transaction.
   *
   * @throws ConfigurationInvalid where more outputs are reached than the limit allows
   */
  public void accept(CoinTransaction transaction) {
    if (coinbaseFees == CoinbaseFees.FLOW_ON) {
      if (transaction.height() != height) {
        closeBlock();
        height = transaction.height();
      }
      if (transaction.isCoinbase()) {
        coinbase = WaitingCoinbase.of(transaction);
        return;
      }
    }
    int maker = NOBODY;
    long known = 0;
    for (int i = 0; i < transaction.inputs(); i++) {
      known += Math.max(0, transaction.inputValue(i));
      Reached spent = reached.get(transaction.inputOutput(i));
      if (spent != null && !isEnd(spent)) {
        maker = maker == NOBODY ? makers++ : maker;
        edges.add(spent.maker(), maker, spent.value(), transaction.inputOutput(i));
      }
    }
    reach(transaction, maker);
    long fee = Math.max(0, known - transaction.valueOut());
    if (coinbaseFees == CoinbaseFees.FLOW_ON && maker != NOBODY && fee > 0) {
      coinbaseMaker = coinbaseMaker == NOBODY ? makers++ : coinbaseMaker;
      edges.add(maker, coinbaseMaker, fee, FEE);
    }
  }

  /**
   * The most that can have come from the sources into any of {@code outputs}, in satoshi. Coins
   * that come through one of them into another count once. The block that was read last is taken to
   * be whole.
   */
  public long of(long... outputs) {
    closeBlock();
    Set<Long> targets = new HashSet<>();
    Arrays.stream(outputs).forEach(targets::add);
    int source = makers;
    int sink = makers + 1;
    MaxFlow flow = new MaxFlow(makers + 2);
    for (long target : targets) {
      Reached end = reached.get(target);
      if (end != null) {
        flow.addEdge(end.maker() == SOURCE ? source : end.maker(), sink, end.value());
      }
    }
    for (int edge = 0; edge < edges.size(); edge++) {
      if (edges.output(edge) == FEE || !targets.contains(edges.output(edge))) {
        int from = edges.from(edge);
        flow.addEdge(from == SOURCE ? source : from, edges.to(edge), edges.capacity(edge));
      }
    }
    return flow.solve(source, sink);
  }

  private boolean isEnd(Reached one) {
    return one.maker() != SOURCE
        && one.address() != CoinTransaction.UNKNOWN
        && end.test(one.address());
  }

  /** The outputs that the sources can reach at addresses of a kind, ascending. */
  public long[] reachedAt(LongPredicate address) {
    LongArrayList found = new LongArrayList();
    for (LongObjectCursor<Reached> one : reached) {
      if (one.value.address() != CoinTransaction.UNKNOWN && address.test(one.value.address())) {
        found.add(one.key);
      }
    }
    long[] outputs = found.toArray();
    Arrays.sort(outputs);
    return outputs;
  }

  /** Number of outputs that the sources can reach so far. */
  public int reached() {
    return reached.size();
  }

  private void reach(CoinTransaction transaction, int maker) {
    for (int j = 0; j < transaction.outputs(); j++) {
      long output = transaction.outputId(j);
      boolean source = sources.of(output) != Lot.CLEAN;
      if (source || maker != NOBODY) {
        // what else comes into a source is replaced by it
        long value = transaction.outputValue(j);
        reached.put(
            output,
            new Reached(
                source ? sources.amount(output, value) : value,
                source ? SOURCE : maker,
                transaction.outputAddress(j)));
      }
    }
    if (reached.size() > limit) {
      throw new ConfigurationInvalid(
          "the sources reach more than " + limit + " outputs",
          "height " + transaction.height() + ", transaction " + transaction.id(),
          "name fewer sources, end at a lower height, or raise the limit");
    }
  }

  private void closeBlock() {
    if (coinbase != null) {
      reach(coinbase, coinbaseMaker);
    }
    coinbase = null;
    coinbaseMaker = NOBODY;
  }
}
