package org.ringlight.truth.story;

/** What an actor does when it is its turn. */
@FunctionalInterface
public interface Behaviour {

  /**
   * Acts with the wallets it was made with, which have read the chain up to {@code now}. Whoever
   * acts looks at what is unlocked first; a payment that is refused all the same is not tried
   * again.
   */
  void act(Moment now);

  /**
   * Prepares what others will use in the coming turn, as an address for their money. Nobody acts
   * meanwhile, and behaviours prepare one after the other.
   */
  default void prepare(Moment now) {}
}
