package org.ringlight.indexer.pipeline;

/** What is done where the node's chain has left the stored one long ago. */
public enum DeepReorganisations {
  /** Stop, with everything stored left as it is. */
  REFUSED,
  /** Follow the node wherever its longer chain leads, whatever work it names. */
  ACCEPTED
}
