package org.ringlight.analytics.bitcoin.taint;

import java.util.ArrayList;
import java.util.List;

/**
 * An unspent output that holds marked satoshi, in one array: value, address, then mark and amount
 * of each lot. 48 bytes and 16 a lot.
 */
final class Held {

  private static final int HEAD = 2;

  private final long[] packed;

  private Held(long[] packed) {
    this.packed = packed;
  }

  /** An output with what is in it. */
  static Held of(long value, long address, Lots lots) {
    long[] packed = new long[HEAD + 2 * lots.size()];
    packed[0] = value;
    packed[1] = address;
    for (int lot = 0; lot < lots.size(); lot++) {
      packed[HEAD + 2 * lot] = lots.mark(lot);
      packed[HEAD + 2 * lot + 1] = lots.amount(lot);
    }
    return new Held(packed);
  }

  long value() {
    return packed[0];
  }

  long address() {
    return packed[1];
  }

  int size() {
    return (packed.length - HEAD) / 2;
  }

  int mark(int lot) {
    return (int) packed[HEAD + 2 * lot];
  }

  long amount(int lot) {
    return packed[HEAD + 2 * lot + 1];
  }

  List<Lot> lots() {
    List<Lot> lots = new ArrayList<>(size());
    for (int lot = 0; lot < size(); lot++) {
      lots.add(new Lot(mark(lot), amount(lot)));
    }
    return List.copyOf(lots);
  }
}
