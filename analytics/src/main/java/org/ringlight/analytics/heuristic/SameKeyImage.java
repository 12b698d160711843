package org.ringlight.analytics.heuristic;

import java.util.Arrays;
import java.util.List;
import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.Rule;
import org.ringlight.analytics.deduce.Sighting;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.analytics.graph.Incidence;

/**
 * Definition: rings of one key image spend one output, whichever chain, branch or pool they are in;
 * it is among the keys that they have in common, and the others are decoys.
 *
 * <p>Citation: Hinteregger, Haslhofer, "An Empirical Analysis of Monero Cross-Chain Traceability",
 * FC 2019, section 4; Wijaya et al. on key reuse; monero's blockchain_blackball.cpp at v0.18.0.0,
 * rule key-image-attack, which keeps a ring only where one index is common and compares indexes
 * that mean different outputs after a split.
 *
 * <p>Inputs: rings, and other rings of their key images: orphaned blocks, alternative branches,
 * lost transactions of the pool, tables of a fork. Outputs are compared by their keys, so that only
 * those that exist on both sides count. Output: decoys, rings resolved. Guarantee: proven, where a
 * node checked the other ring; conditional on its block where none did. Where it applies: wherever
 * a key image was seen twice. Known failures: none. Cost: O(members of such rings).
 */
public final class SameKeyImage implements Deduction {

  static final Card CARD =
      Card.of(Rule.SAME_KEY_IMAGE, Guarantee.PROVEN)
          .definition("Rings of one key image spend one output: one that they have in common.")
          .citation("Hinteregger, Haslhofer, FC 2019, section 4; monero v0.18 key-image-attack.")
          .applies("Key images seen again in orphaned blocks, the pool or a fork.")
          .knownFailures("None; conditional where no node checked the other ring.")
          .cost("O(members) of such rings.");

  private final List<Sighting> sightings;

  /** Knows of no other ring. */
  public SameKeyImage() {
    this(List.of());
  }

  public SameKeyImage(List<Sighting> sightings) {
    this.sightings = List.copyOf(sightings);
  }

  @Override
  public Card card() {
    return CARD;
  }

  @Override
  public boolean isWorthRepeating() {
    return false; // facts are learnt once
  }

  @Override
  public void deduce(Deductions known) {
    Incidence members = known.graph().byRing();
    for (Sighting sighting : sightings) {
      int fact = known.learn(sighting.fact());
      int ring = sighting.ring();
      for (long edge = members.first(ring); edge < members.end(ring); edge++) {
        int key = members.target(edge);
        if (Arrays.binarySearch(sighting.keys(), key) < 0) {
          known.strike(ring, key, fact);
        }
      }
    }
    for (Sighting sighting : sightings) {
      if (known.left(sighting.ring()) == 1 && known.setOfRing(sighting.ring()) == Deductions.FREE) {
        known.resolve(new int[] {sighting.ring()}, 1);
      }
    }
  }
}
