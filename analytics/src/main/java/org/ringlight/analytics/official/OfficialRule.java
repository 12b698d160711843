package org.ringlight.analytics.official;

/**
 * The rules of monero's {@code monero-blockchain-mark-spent-outputs}, in the order in which it
 * tries them on a ring: the first that holds is the only one. Source: {@code main} in {@code
 * src/blockchain_utilities/blockchain_blackball.cpp} of monero v0.18.0.0.
 */
public enum OfficialRule {
  /** The ring names one member. Right. */
  RING_SIZE_1("ring-size-1", 1),

  /**
   * So many equal rings as they have members, where a member that a ring names twice in succession
   * counts once. Right, but where the last of the rings names one twice, the marks are its first
   * places, as many as it has different members, and so leave out the last members.
   */
  DUPLICATE_RINGS("duplicate-rings", 2),

  /**
   * As many rings name an amount as it has outputs before the ring's transaction: all of them are
   * marked. Outputs with a view tag are not counted while the rings that spend them are, so that on
   * a chain with view tags it marks what is not spent.
   */
  FULL_COUNT("full-count", 3),

  /**
   * All members but one are marked, so the last is the one that is spent: right as far as the marks
   * are. Follows when the whole chain has been read. Of a mark that is not, {@link
   * OfficialMarks#fault} says the rule to which it goes back.
   */
  CHAIN_REACTION("chain-reaction", 4);

  private static final OfficialRule[] RULES = values();

  private final String word;
  private final int code;

  OfficialRule(String word, int code) {
    this.word = word;
    this.code = code;
  }

  /** A number for arrays, from 1 to 4. */
  int code() {
    return code;
  }

  static OfficialRule ofCode(int code) {
    return RULES[code - 1];
  }

  /** Its name in the tool's log, behind {@code pre-rct-} or {@code rct-}. */
  public String word() {
    return word;
  }
}
