package org.ringlight.analytics.bitcoin.exposure;

/** Why coins reached or came from no labelled entity. */
public enum Unattributed {
  /** Sent, and unspent at somebody without a label. */
  UNSPENT,
  /** Sent, and farther away than the hops that were asked for. */
  HOP_LIMIT,
  /** Sent, and taken by fees. */
  FEES,
  /** It came back to the subject through others. */
  RETURNED,
  /** Received as new coins and fees of a block. */
  MINED,
  /** Received from others, without a labelled entity within the hops or the tables. */
  UNKNOWN
}
