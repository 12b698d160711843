package org.ringlight.truth.era;

/** Something that goes on in a chain: it adds transactions to a block that is planned. */
interface Activity {

  /** Adds to {@code site} what it wants to, at most as many transactions as it has room for. */
  void act(Site site);
}
