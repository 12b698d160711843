package org.ringlight.analytics.proof;

import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;

/**
 * A member of a ring in a derivation.
 *
 * @param output its name; null where only a branch or a fork has it
 * @param height the block that made it; -1 where it has no name
 * @param times how often the ring names it
 */
public record Place(
    @Nullable OutputName output, long height, PublicKey key, int times, Reason reason) {

  /** What is known of it. */
  public sealed interface Reason {

    /** The ring spends it; or one of several with its key. */
    record Spent() implements Reason {}

    /** It is among the keys that the closed set of the ring spends. */
    record OfSet() implements Reason {}

    /** Nothing is known against it. */
    record Possible() implements Reason {}

    /**
     * Another ring, or a closed set, spends its key.
     *
     * @param step in which that is proven
     * @param ring the ring, or the first of the set
     */
    record TakenBy(int step, KeyImage ring) implements Reason {}

    /** A fact strikes it out. */
    record StruckBy(String words) implements Reason {}
  }
}
