package org.ringlight.analytics.bitcoin.taint;

import com.carrotsearch.hppc.LongObjectHashMap;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.failure.DataInvalid;

/**
 * Marked coins on their way: a fold over transactions in chain order that holds nothing but unspent
 * outputs with marked satoshi in them. What marks mean is for {@link Arrivals} to say; how they go
 * through a transaction is the {@link TaintPolicy}'s.
 *
 * <p>Linear in transactions and in the lots that they move: one look-up an input, an array a marked
 * output. In order (FIFO, LIFO) an output that is cut adds one lot at most; like lots side by side
 * join. Deterministic. Not for several threads.
 */
public final class CoinFlow {

  private final TaintPolicy policy;
  private final Arrivals arrivals;
  private final Splitter splitter;
  private final LongObjectHashMap<Held> held = new LongObjectHashMap<>();
  private final Spend spend = new Spend();
  private final Lots arrived = new Lots();
  private Lots[] parts = {new Lots(), new Lots(), new Lots()};
  private final BlockFees fees = new BlockFees();
  private long unresolved;
  private long assumed;
  private boolean ended;

  public CoinFlow(TaintPolicy policy, Arrivals arrivals) {
    this.policy = policy;
    this.arrivals = arrivals;
    splitter = Splitter.of(policy);
  }

  /**
   * Moves on by one transaction.
   *
   * @throws DataInvalid where it pays more than it spends, or where it cannot be resolved and the
   *     policy refuses such
   * @throws IllegalStateException after {@link #end}
   */
  public void accept(CoinTransaction transaction) {
    if (ended) {
      throw new IllegalStateException("the flow has ended, and takes no more transactions");
    }
    if (policy.coinbase() == CoinbaseFees.FLOW_ON) {
      if (transaction.height() != fees.height()) {
        closeBlock();
        fees.open(transaction.height());
      }
      if (transaction.isCoinbase()) {
        fees.await(transaction);
        return;
      }
    }
    spend.clear();
    if (!spends(transaction)) {
      makeOrigins(transaction);
      payCleanFee(transaction);
      return;
    }
    takeInputs(transaction);
    for (int j = 0; j < transaction.outputs(); j++) {
      spend.addOutput(transaction.outputValue(j));
    }
    if (spend.fee() < 0) {
      throw new DataInvalid(
          "the transaction pays " + spend.valueOut() + " satoshi and spends " + spend.valueIn(),
          place(transaction),
          "verify the tables, and index them again");
    }
    distribute(transaction);
    Lots fee = parts[spend.outputs()];
    if (policy.coinbase() == CoinbaseFees.FLOW_ON) {
      fees.pay(spend.fee(), toHold(fee, spend.fee()));
    } else {
      endFee(transaction.height(), fee);
    }
  }

  /** The chain ends here: its last block is closed. */
  public void end() {
    if (!ended) {
      closeBlock();
      ended = true;
    }
  }

  /** Number of unspent outputs with marked coins. */
  public int outputs() {
    return held.size();
  }

  /** Transactions that spent marked coins beside outputs that are not in the tables. */
  public long unresolved() {
    return unresolved;
  }

  /** What was taken for clean in them, in satoshi. */
  public long assumedClean() {
    return assumed;
  }

  /** Sees each unspent output with marked coins, by ascending number. */
  public void forEach(Sight sight) {
    long[] outputs = held.keys().toArray();
    Arrays.sort(outputs);
    for (long output : outputs) {
      Held one = held.get(output);
      if (one != null) {
        sight.see(output, one.value(), one.address(), one.lots());
      }
    }
  }

  private boolean spends(CoinTransaction transaction) {
    for (int i = 0; i < transaction.inputs(); i++) {
      if (held.get(transaction.inputOutput(i)) != null) {
        return true;
      }
    }
    return false;
  }

  private void makeOrigins(CoinTransaction transaction) {
    for (int j = 0; j < transaction.outputs(); j++) {
      int origin = arrivals.origin(transaction, j);
      if (origin != Arrivals.NONE) {
        arrived.clear();
        originate(transaction, j, origin);
        hold(transaction, j);
      }
    }
  }

  private void takeInputs(CoinTransaction transaction) {
    long missing = transaction.isResolved() ? 0 : missing(transaction);
    for (int i = 0; i < transaction.inputs(); i++) {
      Held marked = held.remove(transaction.inputOutput(i));
      long value = transaction.inputValue(i);
      if (value == CoinTransaction.UNKNOWN) {
        spend.addInput(missing, null);
        missing = 0;
      } else if (marked != null && marked.value() != value) {
        throw new DataInvalid(
            "input " + i + " is said to be worth " + value + ", its output " + marked.value(),
            place(transaction),
            "verify the tables, and index them again");
      } else {
        spend.addInput(value, marked);
      }
    }
  }

  private long missing(CoinTransaction transaction) {
    if (policy.unresolved() == UnresolvedInputs.REFUSED) {
      throw new DataInvalid(
          "the transaction spends marked coins beside outputs that are not in the tables",
          place(transaction),
          "index from a lower height, or take unresolved inputs for clean");
    }
    long known = 0;
    for (int i = 0; i < transaction.inputs(); i++) {
      known += Math.max(0, transaction.inputValue(i));
    }
    long missing = Math.max(0, transaction.valueOut() - known);
    unresolved++;
    assumed = Math.addExact(assumed, missing);
    return missing;
  }

  private void distribute(CoinTransaction transaction) {
    for (int part = parts.length; part <= spend.outputs(); part++) {
      parts = Arrays.copyOf(parts, part + 1);
      parts[part] = new Lots();
    }
    for (int part = 0; part <= spend.outputs(); part++) {
      parts[part].clear();
    }
    splitter.split(spend, parts);
    arrivals.spending(transaction);
    for (int j = 0; j < spend.outputs(); j++) {
      arrive(transaction, j, parts[j]);
    }
  }

  private void arrive(CoinTransaction transaction, int output, Lots part) {
    arrived.clear();
    for (int lot = 0; lot < part.size(); lot++) {
      int mark = part.mark(lot);
      int now =
          mark == Lots.CLEAN ? mark : arrivals.arrive(transaction, output, mark, part.amount(lot));
      splitter.keep(now, part.amount(lot), arrived);
    }
    int origin = arrivals.origin(transaction, output);
    if (origin != Arrivals.NONE && policy.method() == TaintMethod.POISON) {
      splitter.keep(origin, transaction.outputValue(output), arrived);
    } else if (origin != Arrivals.NONE) {
      for (int lot = 0; lot < arrived.size(); lot++) {
        if (arrived.mark(lot) != Lots.CLEAN) {
          arrivals.replaced(transaction, output, arrived.mark(lot), arrived.amount(lot));
        }
      }
      arrived.clear();
      originate(transaction, output, origin);
    }
    hold(transaction, output);
  }

  private void originate(CoinTransaction transaction, int output, int origin) {
    long value = transaction.outputValue(output);
    long marked =
        policy.method() == TaintMethod.POISON
            ? value
            : Math.min(value, arrivals.originAmount(transaction, output));
    splitter.keep(origin, marked, arrived);
    splitter.keep(Lots.CLEAN, value - marked, arrived);
  }

  private void hold(CoinTransaction transaction, int output) {
    if (arrived.marked() > 0) {
      held.put(
          transaction.outputId(output),
          Held.of(transaction.outputValue(output), transaction.outputAddress(output), arrived));
    }
  }

  private void endFee(int height, Lots fee) {
    for (int lot = 0; lot < fee.size(); lot++) {
      if (fee.mark(lot) != Lots.CLEAN) {
        arrivals.fee(height, fee.mark(lot), fee.amount(lot));
      }
    }
  }

  private @Nullable Held toHold(Lots fee, long value) {
    arrived.clear();
    for (int lot = 0; lot < fee.size(); lot++) {
      splitter.keep(fee.mark(lot), fee.amount(lot), arrived);
    }
    return arrived.marked() == 0 ? null : Held.of(value, CoinTransaction.UNKNOWN, arrived);
  }

  private void payCleanFee(CoinTransaction transaction) {
    if (policy.coinbase() == CoinbaseFees.FLOW_ON
        && !transaction.isCoinbase()
        && transaction.isResolved()) {
      fees.pay(transaction.fee(), null);
    }
  }

  private void closeBlock() {
    WaitingCoinbase coinbase = fees.coinbase();
    if (coinbase == null) {
      Lots row = parts[0];
      row.clear();
      fees.addTo(row);
      endFee(fees.height(), row);
    } else if (fees.areClean()) {
      makeOrigins(coinbase);
    } else {
      spend.clear();
      fees.addTo(spend, coinbase);
      distribute(coinbase);
      endFee(coinbase.height(), parts[spend.outputs()]);
    }
    fees.clear();
  }

  private static String place(CoinTransaction transaction) {
    return "height " + transaction.height() + ", transaction " + transaction.id();
  }

  /** Sees outputs. */
  @FunctionalInterface
  public interface Sight {

    /**
     * An unspent output with marked coins.
     *
     * @param value what it is worth
     * @param address whose it is, or {@link CoinTransaction#UNKNOWN}
     * @param lots its marked satoshi; for FIFO and LIFO the clean ones too, in their places; for
     *     poison one lot of its whole value for each mark
     */
    void see(long output, long value, long address, List<Lot> lots);
  }
}
