package org.ringlight.truth.story.plot;

import java.util.Locale;

/** What an actor is in a story. */
public enum Role {
  MINING_POOL,
  MINER,
  USER,
  EXCHANGE,
  SWAP_SERVICE,
  THIEF,
  DOUBLE_SPENDER;

  /** The role in words. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
