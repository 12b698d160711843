package org.ringlight.truth.story;

/** What an actor does when it is its turn. */
@FunctionalInterface
public interface Behaviour {

  /**
   * Acts with the wallets it was made with, which have read the chain up to {@code height}. Whoever
   * acts looks at what is unlocked first; a payment that is refused all the same is not tried
   * again.
   */
  void act(long height);
}
