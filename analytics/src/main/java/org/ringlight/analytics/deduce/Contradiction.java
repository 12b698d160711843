package org.ringlight.analytics.deduce;

/** Rings that cannot all have spent something: one of the facts, or the chain itself, is wrong. */
public final class Contradiction extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient int[] rings;

  public Contradiction(String message, int... rings) {
    super(message);
    this.rings = rings;
  }

  /** The rings concerned, by their numbers in the graph. */
  public int[] rings() {
    return rings.clone();
  }
}
