package org.ringlight.analytics.bitcoin.entropy;

/** How inputs of one address are read. */
public enum SameAddress {
  /** Each for itself. */
  APART,

  /** As one input of their sum: one owner for certain. Fewer readings (MERGE_INPUTS). */
  TOGETHER
}
