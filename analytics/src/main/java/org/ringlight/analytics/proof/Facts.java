package org.ringlight.analytics.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What findings may name as evidence, by its words. */
final class Facts {

  private final Map<String, Said> said = new HashMap<>();
  private final Map<Integer, List<OtherRing>> others = new HashMap<>();

  void add(Said one) {
    said.put(one.words(), one);
  }

  void add(OtherRing other) {
    if (other.ring() != Rings.NONE) {
      others.computeIfAbsent(other.ring(), any -> new ArrayList<>()).add(other);
    }
  }

  /** Other rings of a ring's key image. */
  List<OtherRing> of(int ring) {
    return others.getOrDefault(ring, List.of());
  }

  /**
   * What a finding about some rings means by some words.
   *
   * @throws Refusal where there is no such thing
   */
  List<Fact> named(String words, int[] rings) throws Refusal {
    Said one = said.get(words);
    if (one != null) {
      return List.of(one);
    }
    List<Fact> found = new ArrayList<>();
    for (int ring : rings) {
      for (OtherRing other : of(ring)) {
        if (other.words().equals(words)) {
          found.add(other);
        }
      }
    }
    if (found.isEmpty()) {
      throw new Refusal(
          "names as evidence what is not there: "
              + words
              + (words.startsWith("a ring of fork ")
                  ? " (a fork's data directory is given with --fork, as the analysis had it)"
                  : words.startsWith("assertion ")
                      ? " (it does not stand, or says otherwise)"
                      : ""));
    }
    return found;
  }
}
