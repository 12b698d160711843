package org.ringlight.analytics.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.lake.table.AssertionRow;
import org.ringlight.protocol.KeyImage;

/** Brings what is beside the main chain's rings together with them. */
final class Binding {

  private final Outputs outputs;
  private final int chainOutputs;
  private final Rings rings;
  private final Facts facts = new Facts();
  private final Map<Long, Integer> keysBelow = new HashMap<>();

  /**
   * @param chainOutputs how many of the outputs are of the main chain: the first ones, in chain
   *     order
   */
  Binding(Outputs outputs, int chainOutputs, Rings rings) {
    this.outputs = outputs;
    this.chainOutputs = chainOutputs;
    this.rings = rings;
  }

  Facts bind(List<Sighting> sightings, List<AssertionRow> assertions) {
    Map<KeyImage, List<OtherRing>> elsewhere = new LinkedHashMap<>();
    for (Sighting sighting : sightings) {
      int ring = rings.find(sighting.image());
      OtherRing other =
          sighting.on(outputs, chainOutputs, ring, keysBelow(sighting.origin().split()));
      if (other != null && ring != Rings.NONE) {
        facts.add(other);
      } else if (other != null && other.whole()) {
        elsewhere.computeIfAbsent(other.image(), any -> new ArrayList<>()).add(other);
      }
    }
    elsewhere.forEach(this::elsewhere);
    for (AssertionRow row : assertions) {
      Assertions.said(row, outputs, rings).forEach(facts::add);
    }
    return facts;
  }

  private void elsewhere(KeyImage image, List<OtherRing> seen) {
    int[] common = seen.get(0).keys();
    int height = 0;
    for (OtherRing other : seen) {
      common = Arrays.stream(common).filter(key -> has(other.keys(), key)).toArray();
      height = Math.max(height, other.height());
    }
    rings.elsewhere(image, height, common);
  }

  private static boolean has(int[] ascending, int key) {
    return Arrays.binarySearch(ascending, key) >= 0;
  }

  /** Keys are numbered as their first outputs come: those made below a height are the lowest. */
  private int keysBelow(long height) {
    return keysBelow.computeIfAbsent(
        height,
        any -> {
          int below = 0;
          for (int output = 0; output < chainOutputs; output++) {
            if (outputs.height(output) >= height) {
              break;
            }
            below = Math.max(below, outputs.key(output) + 1);
          }
          return below;
        });
  }
}
