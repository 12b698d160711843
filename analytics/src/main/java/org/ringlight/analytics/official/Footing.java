package org.ringlight.analytics.official;

/** What a mark of the official rules rests on. */
enum Footing {
  /** On rules that are right. */
  SOUND,
  /**
   * On a full count that left out outputs with a view tag, by itself or by way of the chain
   * reaction.
   */
  MISCOUNTED
}
