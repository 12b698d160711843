package org.ringlight.truth.evaluate;

/** By what rings are told apart, beside all of them together. */
public enum Breakdown {
  /** The block's major version: which hard fork's rules held. */
  ERA,
  /** Members of the ring, duplicates counted. */
  RING_SIZE
}
