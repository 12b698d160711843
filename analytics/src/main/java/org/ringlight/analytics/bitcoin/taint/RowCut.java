package org.ringlight.analytics.bitcoin.taint;

/** Cuts a row of satoshi from its beginning, one piece after the other. */
final class RowCut {

  private final Lots row;
  private int lot;
  private long used;

  RowCut(Lots row) {
    this.row = row;
  }

  /** Adds the next {@code amount} satoshi to {@code piece}. */
  void next(long amount, Lots piece) {
    long wanted = amount;
    while (wanted > 0) {
      long taken = Math.min(wanted, row.amount(lot) - used);
      piece.add(row.mark(lot), taken);
      wanted -= taken;
      used += taken;
      if (used == row.amount(lot)) {
        lot++;
        used = 0;
      }
    }
  }
}
