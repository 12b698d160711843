package org.ringlight.analytics.bitcoin.taint;

import org.ringlight.analytics.bitcoin.CoinTransaction;

/** Hears of tainted coins as they move, spent or not later on: for sums by address or entity. */
@FunctionalInterface
public interface TaintReceipt {

  /**
   * Tainted coins arrive in an output. Called once for each lot, so that amounts add up; the
   * outputs that are sources are not told.
   *
   * @param transaction which is shown, and must not be kept
   * @param source its number
   * @param amount in satoshi; for poison the whole output
   */
  void received(CoinTransaction transaction, int output, int source, long amount);
}
