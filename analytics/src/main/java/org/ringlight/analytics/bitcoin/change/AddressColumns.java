package org.ringlight.analytics.bitcoin.change;

import com.carrotsearch.hppc.ByteArrayList;
import com.carrotsearch.hppc.IntArrayList;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/** What transactions did with addresses: 5 bytes an address. */
final class AddressColumns {

  private static final int COUNT = 0x3;
  private static final int SPEND_SHIFT = 2;

  private final IntArrayList firstPayments = new IntArrayList();

  /** Payments in the lowest two bits, spends in the next two; two stands for more, too. */
  private final ByteArrayList uses = new ByteArrayList();

  /** A transaction pays to an address. */
  void paid(long address, long transaction) {
    int at = DenseIds.place(address);
    int before = DenseIds.get(uses, address);
    if (before == 0) { // else it was paid before, or spent from without: before the first one here
      DenseIds.set(firstPayments, at, DenseIds.stored(transaction));
    }
    use(at, before, 0);
  }

  /** A transaction spends from an address. */
  void spent(long address) {
    use(DenseIds.place(address), DenseIds.get(uses, address), SPEND_SHIFT);
  }

  private void use(int at, int before, int shift) {
    if ((before >>> shift & COUNT) < 2) {
      DenseIds.set(uses, at, (byte) (before + (1 << shift)));
    }
  }

  /** The first transaction that paid, or {@link CoinTransaction#UNKNOWN}. */
  long firstPayment(long address) {
    return DenseIds.id(DenseIds.get(firstPayments, known(address)));
  }

  /** How many transactions pay to it; 2 where more do. */
  int payments(long address) {
    return DenseIds.get(uses, known(address)) & COUNT;
  }

  /** How many transactions spend from it; 2 where more do. */
  int spends(long address) {
    return DenseIds.get(uses, known(address)) >>> SPEND_SHIFT & COUNT;
  }

  private long known(long address) {
    if (DenseIds.get(uses, address) == 0) {
      throw new IllegalArgumentException(
          "address " + address + " is in no transaction read so far");
    }
    return address;
  }
}
