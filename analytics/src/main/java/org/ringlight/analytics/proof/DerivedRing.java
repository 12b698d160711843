package org.ringlight.analytics.proof;

import java.util.List;
import org.ringlight.protocol.KeyImage;

/**
 * A ring in a derivation.
 *
 * @param onChain whether the main chain has it; else its members are those that all rings of its
 *     key image have in common
 * @param height its block; elsewhere, the one below which nothing follows from it
 * @param members each once, in wire order
 */
public record DerivedRing(KeyImage image, boolean onChain, long height, List<Place> members) {

  public DerivedRing {
    members = List.copyOf(members);
  }

  /** How many members may be spent, as far as is known. */
  public long possible() {
    return members.stream()
        .filter(
            member ->
                !(member.reason() instanceof Place.Reason.TakenBy
                    || member.reason() instanceof Place.Reason.StruckBy))
        .count();
  }
}
