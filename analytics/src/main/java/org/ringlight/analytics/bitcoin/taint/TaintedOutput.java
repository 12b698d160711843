package org.ringlight.analytics.bitcoin.taint;

import java.util.List;

/**
 * An unspent output with tainted coins.
 *
 * @param output its number in chain order
 * @param value what it is worth, in satoshi
 * @param address whose it is, or {@link org.ringlight.analytics.bitcoin.CoinTransaction#UNKNOWN}
 * @param taint how much of it is tainted: at most its value
 * @param lots its tainted satoshi by source; for FIFO and LIFO every satoshi in its place, the
 *     clean ones too; for poison one lot of the whole value for each source
 */
public record TaintedOutput(long output, long value, long address, long taint, List<Lot> lots) {

  public TaintedOutput {
    lots = List.copyOf(lots);
  }

  /** How much of it is from one source. */
  public long from(int source) {
    long sum = 0;
    for (Lot lot : lots) {
      if (lot.mark() == source) {
        sum += lot.amount();
      }
    }
    return sum;
  }
}
