package org.ringlight.analytics.bitcoin.taint;

/** One way to hand the marked satoshi of a transaction's inputs on to its outputs and its fee. */
interface Splitter {

  /**
   * Splits {@code spend}.
   *
   * @param parts one empty row for each output, and after them one for the fee
   */
  void split(Spend spend, Lots[] parts);

  /**
   * Adds what arrived in an output to what is held for it: as much as the next split needs.
   *
   * @param mark which may be {@link Lots#CLEAN}
   */
  default void keep(int mark, long amount, Lots held) {
    if (mark != Lots.CLEAN) {
      held.add(mark, amount);
    }
  }

  /** The splitter of a policy. */
  static Splitter of(TaintPolicy policy) {
    FeeCut fee = new FeeCut(policy.fees());
    return switch (policy.method()) {
      case POISON -> new Poison(policy.fees());
      case HAIRCUT -> new Haircut(policy.fees());
      case FIFO -> new InOrder(fee, InOrder.From.FIRST_INPUT);
      case LIFO -> new InOrder(fee, InOrder.From.LAST_INPUT);
      case TIHO -> new DirtyOrder(fee, DirtyOrder.To.HIGHEST_OUTPUT);
      case DIRTY_FIRST -> new DirtyOrder(fee, DirtyOrder.To.FIRST_OUTPUT);
    };
  }
}
