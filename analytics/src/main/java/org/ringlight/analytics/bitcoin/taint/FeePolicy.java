package org.ringlight.analytics.bitcoin.taint;

import java.util.Locale;

/**
 * Which satoshi of a transaction its fee takes, before the outputs are paid. A fee is no output:
 * the chain does not say which input paid it.
 */
public enum FeePolicy {
  /**
   * Its share of all. Haircut: as an output of that value at the end. In order (FIFO, LIFO, TIHO,
   * dirty-first): satoshi evenly out of the row, the k-th where k·fee/value passes a whole number.
   * Poison: marked as any output is.
   */
  PRO_RATA,

  /**
   * What is left after the outputs. FIFO and LIFO: the last satoshi of the row, marked or not. TIHO
   * and dirty-first: the row ends with its clean ones, so that the fee is marked only where the
   * outputs are full. Haircut has no row: marked only where the outputs are full, as {@link #NONE}.
   * Poison: marked as any output is.
   */
  LAST,

  /**
   * Clean satoshi, from the end of the row. Marked ones only where there is more marked than the
   * outputs hold: they cannot stay anywhere else. Poison: likewise.
   */
  NONE;

  /** As tables and pages write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
