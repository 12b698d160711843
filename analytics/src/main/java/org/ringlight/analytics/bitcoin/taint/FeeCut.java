package org.ringlight.analytics.bitcoin.taint;

/** Takes the fee out of a row of satoshi, before the outputs are cut from it. */
final class FeeCut {

  private final FeePolicy policy;

  FeeCut(FeePolicy policy) {
    this.policy = policy;
  }

  /** Divides {@code row} into what the fee takes and what is left, both in the order of the row. */
  void cut(Lots row, long fee, Lots left, Lots taken) {
    if (fee == 0) {
      left.addAll(row);
      return;
    }
    switch (policy) {
      case PRO_RATA -> evenly(row, fee, left, taken);
      case LAST -> atTheEnd(row, fee, left, taken);
      case NONE -> cleanOnes(row, fee, left, taken);
    }
  }

  private static void evenly(Lots row, long fee, Lots left, Lots taken) {
    long total = row.total();
    long place = 0;
    long before = 0;
    for (int lot = 0; lot < row.size(); lot++) {
      place += row.amount(lot);
      long upTo = Proportion.floor(fee, place, total);
      taken.add(row.mark(lot), upTo - before);
      left.add(row.mark(lot), row.amount(lot) - (upTo - before));
      before = upTo;
    }
  }

  private static void atTheEnd(Lots row, long fee, Lots left, Lots taken) {
    long keep = row.total() - fee;
    for (int lot = 0; lot < row.size(); lot++) {
      long kept = Math.min(keep, row.amount(lot));
      left.add(row.mark(lot), kept);
      taken.add(row.mark(lot), row.amount(lot) - kept);
      keep -= kept;
    }
  }

  private static void cleanOnes(Lots row, long fee, Lots left, Lots taken) {
    long marked = row.marked();
    long clean = row.total() - marked;
    long keepClean = Math.max(0, clean - fee);
    long keepMarked = marked - Math.max(0, fee - clean);
    for (int lot = 0; lot < row.size(); lot++) {
      boolean isClean = row.mark(lot) == Lots.CLEAN;
      long kept = Math.min(isClean ? keepClean : keepMarked, row.amount(lot));
      left.add(row.mark(lot), kept);
      taken.add(row.mark(lot), row.amount(lot) - kept);
      if (isClean) {
        keepClean -= kept;
      } else {
        keepMarked -= kept;
      }
    }
  }
}
