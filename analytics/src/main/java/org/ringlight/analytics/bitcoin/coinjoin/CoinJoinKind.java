package org.ringlight.analytics.bitcoin.coinjoin;

/** What a detector looks for. */
public enum CoinJoinKind {
  /** Equal outputs for about every second one, whoever made them. */
  EQUAL_OUTPUTS("equal-outputs"),
  WHIRLPOOL("whirlpool"),
  /** Makes coins for a Whirlpool mix; one owner, itself no CoinJoin. */
  WHIRLPOOL_TX0("whirlpool-tx0"),
  WASABI_1_0("wasabi-1.0"),
  WASABI_1_1("wasabi-1.1"),
  WASABI_2_0("wasabi-2.0"),
  JOIN_MARKET("joinmarket");

  private final String word;

  CoinJoinKind(String word) {
    this.word = word;
  }

  /** As tables and pages write it. */
  public String word() {
    return word;
  }

  /** Whether several people make such a transaction together. */
  public boolean isMix() {
    return this != WHIRLPOOL_TX0;
  }
}
