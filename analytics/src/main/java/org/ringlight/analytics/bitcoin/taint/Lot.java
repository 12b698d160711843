package org.ringlight.analytics.bitcoin.taint;

/**
 * Satoshi of one mark, one after the other.
 *
 * @param mark the source's number, or {@link #CLEAN}
 * @param amount in satoshi, more than 0
 */
public record Lot(int mark, long amount) {

  /** The mark of satoshi that come from no source. */
  public static final int CLEAN = Lots.CLEAN;

  /** Whether it comes from a source. */
  public boolean isMarked() {
    return mark != CLEAN;
  }
}
