package org.ringlight.analytics.bitcoin.change;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongHashSet;
import com.carrotsearch.hppc.cursors.LongCursor;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * {@link ChangeFacts} of transactions that were read before, in memory: 32 bytes a transaction, 8
 * an output, 5 an address; all ids dense, from zero.
 */
public final class ChangeIndex implements ChangeFacts {

  private final AddressColumns addresses = new AddressColumns();
  private final TraitColumns traits = new TraitColumns();
  private final IntArrayList makers = new IntArrayList();
  private final IntArrayList spenders = new IntArrayList();
  private final LongHashSet touched = new LongHashSet();
  private final ToLongFunction<CoinTransaction> virtualSizes;
  private LongUnaryOperator clusters = address -> address;
  private LongUnaryOperator owners = cluster -> CoinTransaction.UNKNOWN;

  /** With the sizes that transactions say, if they do. */
  public ChangeIndex() {
    this(CoinTransaction::virtualSize);
  }

  /**
   * @param virtualSizes in virtual bytes, or {@link CoinTransaction#UNKNOWN}
   */
  public ChangeIndex(ToLongFunction<CoinTransaction> virtualSizes) {
    this.virtualSizes = virtualSizes;
  }

  /** Reads the next transaction in chain order. */
  public void read(CoinTransaction tx) {
    traits.put(traits(tx));
    int stored = DenseIds.stored(tx.id());
    touched.clear();
    for (int i = 0; i < tx.inputs(); i++) {
      touch(tx.inputAddress(i));
      if (tx.inputOutput(i) >= 0) { // else it is older than the tables
        DenseIds.set(spenders, DenseIds.place(tx.inputOutput(i)), stored);
      }
    }
    for (LongCursor address : touched) {
      addresses.spent(address.value);
    }
    touched.clear();
    for (int j = 0; j < tx.outputs(); j++) {
      touch(tx.outputAddress(j));
      DenseIds.set(makers, DenseIds.place(tx.outputId(j)), stored);
    }
    for (LongCursor address : touched) {
      addresses.paid(address.value, tx.id());
    }
  }

  private void touch(long address) {
    if (address != CoinTransaction.UNKNOWN) {
      touched.add(address);
    }
  }

  /** From now on clusters are these: address id to canonical id. */
  public void clusters(LongUnaryOperator canonical) {
    clusters = canonical;
  }

  /** From now on owners are these: canonical id to owner, or {@link CoinTransaction#UNKNOWN}. */
  public void owners(LongUnaryOperator known) {
    owners = known;
  }

  @Override
  public long firstPayment(long address) {
    return addresses.firstPayment(address);
  }

  @Override
  public boolean isPaidOnce(long address) {
    return addresses.payments(address) == 1;
  }

  @Override
  public boolean isSpentOnceAtMost(long address) {
    return addresses.spends(address) <= 1;
  }

  @Override
  public long cluster(long address) {
    return clusters.applyAsLong(address);
  }

  @Override
  public long owner(long cluster) {
    return owners.applyAsLong(cluster);
  }

  @Override
  public Optional<Traits> maker(long output) {
    return traits.get(DenseIds.id(DenseIds.get(makers, output)));
  }

  @Override
  public Optional<Traits> spender(long output) {
    return traits.get(DenseIds.id(DenseIds.get(spenders, output)));
  }

  @Override
  public Traits traits(CoinTransaction tx) {
    return Traits.of(tx, virtualSizes.applyAsLong(tx));
  }
}
