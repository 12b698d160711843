package org.ringlight.truth.picker;

/** What is old enough to be picked. */
final class Usable {

  /** CRYPTONOTE_DEFAULT_TX_SPENDABLE_AGE: the age that later wallets and daemons ask for. */
  static final int SPENDABLE_AGE = 10;

  private Usable() {}

  /** The number of outputs at least {@code age} blocks old, which must not be none. */
  static long outputs(OutputSupply supply, int age) {
    long usable = supply.countAged(age);
    if (usable <= 0) {
      throw new IllegalArgumentException(
          "no output is "
              + age
              + " blocks old [index space "
              + supply.indexSpace()
              + ", chain of "
              + supply.chainHeight()
              + " blocks]; make blocks before the first ring");
    }
    return usable;
  }
}
