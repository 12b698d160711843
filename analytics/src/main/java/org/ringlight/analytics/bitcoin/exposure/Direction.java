package org.ringlight.analytics.bitcoin.exposure;

/** Which way coins are followed. */
public enum Direction {
  /** What the subject sent: where it went. */
  OUT,
  /** What the subject received: where it came from. */
  IN
}
