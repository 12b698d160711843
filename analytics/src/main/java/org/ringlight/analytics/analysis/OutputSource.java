package org.ringlight.analytics.analysis;

/** Outputs whose keys take part, in the order in which they are numbered. */
interface OutputSource {

  /** How many there are. */
  int count();

  /** Shows the key of each, from the first on: 32 bytes of {@code keys} from {@code at}. */
  void eachKey(KeyVisitor visitor);

  /** Sees keys. */
  interface KeyVisitor {
    void key(byte[] keys, int at);
  }
}
