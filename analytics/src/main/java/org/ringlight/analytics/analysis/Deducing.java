package org.ringlight.analytics.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.ringlight.analytics.deduce.AssertedSpend;
import org.ringlight.analytics.deduce.Deductions;
import org.ringlight.analytics.deduce.Rule;
import org.ringlight.analytics.deduce.Sighting;
import org.ringlight.analytics.heuristic.AssertedDecoys;
import org.ringlight.analytics.heuristic.Cascade;
import org.ringlight.analytics.heuristic.ClosedSets;
import org.ringlight.analytics.heuristic.Deduction;
import org.ringlight.analytics.heuristic.DisclosedSpends;
import org.ringlight.analytics.heuristic.FullCount;
import org.ringlight.analytics.heuristic.IdenticalRings;
import org.ringlight.analytics.heuristic.OwnedOutputs;
import org.ringlight.analytics.heuristic.SameKeyImage;
import org.ringlight.analytics.heuristic.ZeroMixin;
import org.ringlight.failure.ConfigurationInvalid;

/**
 * The deductions in their order: first what is proven, to its end, then in a copy of it what rests
 * on assumptions. Each is run after the others once more until nothing is new.
 */
final class Deducing {

  /** Those that take part, in the order in which they are run. */
  static final List<String> NAMES =
      List.of(
          Rule.SAME_KEY_IMAGE.heuristic().name(),
          Rule.DUPLICATE_KEYS.heuristic().name(),
          Rule.ZERO_MIXIN.heuristic().name(),
          Rule.CASCADE.heuristic().name(),
          Rule.IDENTICAL_RINGS.heuristic().name(),
          Rule.FULL_COUNT.heuristic().name(),
          Rule.CLOSED_SETS.heuristic().name(),
          Rule.DISCLOSED.heuristic().name(),
          Rule.OWNED.heuristic().name(),
          Rule.ASSERTED_DECOYS.heuristic().name());

  private final List<String> chosen;
  private final Consumer<String> stage;

  Deducing(List<String> chosen, Consumer<String> stage) {
    for (String name : chosen) {
      if (!NAMES.contains(name)) {
        throw new ConfigurationInvalid(
            "no deduction is called " + name,
            "analyze",
            "choose among " + String.join(", ", NAMES));
      }
    }
    this.chosen = chosen;
    this.stage = stage;
  }

  /** Whether all closed sets are looked for. */
  boolean complete() {
    return has(Rule.CLOSED_SETS);
  }

  private boolean has(Rule rule) {
    return chosen.contains(rule.heuristic().name());
  }

  /**
   * Adds what is proven to {@code known}.
   *
   * @return what is known under assumptions too; {@code known} where there are none
   */
  Deductions run(Deductions known, List<Sighting> sightings, List<AssertedSpend> said) {
    List<Deduction> proving = proving(sightings);
    toTheEnd(known, proving);
    List<Deduction> assuming = assuming(sightings, said);
    if (assuming.isEmpty()) {
      return known;
    }
    Deductions assumed = known.assuming();
    for (Deduction deduction : assuming) {
      stage.accept(deduction.card().id().name());
      deduction.deduce(assumed);
    }
    assumed.refine();
    toTheEnd(assumed, proving.stream().filter(one -> !(one instanceof SameKeyImage)).toList());
    return assumed;
  }

  private List<Deduction> proving(List<Sighting> sightings) {
    List<Deduction> all = new ArrayList<>();
    if (has(Rule.SAME_KEY_IMAGE)) {
      all.add(new SameKeyImage(sightings.stream().filter(one -> one.fact().proven()).toList()));
    }
    if (has(Rule.ZERO_MIXIN)) {
      all.add(new ZeroMixin());
    }
    if (has(Rule.CASCADE)) {
      all.add(new Cascade());
    }
    if (has(Rule.IDENTICAL_RINGS)) {
      all.add(new IdenticalRings());
    }
    if (has(Rule.FULL_COUNT)) {
      all.add(new FullCount());
    }
    if (has(Rule.CLOSED_SETS)) {
      all.add(new ClosedSets());
    }
    return all;
  }

  private List<Deduction> assuming(List<Sighting> sightings, List<AssertedSpend> said) {
    List<Deduction> all = new ArrayList<>();
    List<Sighting> unchecked = sightings.stream().filter(one -> !one.fact().proven()).toList();
    if (has(Rule.SAME_KEY_IMAGE) && !unchecked.isEmpty()) {
      all.add(new SameKeyImage(unchecked));
    }
    if (has(Rule.DISCLOSED) && !said.isEmpty()) {
      all.add(new DisclosedSpends(said));
    }
    if (has(Rule.OWNED) && !said.isEmpty()) {
      all.add(new OwnedOutputs(said));
    }
    if (has(Rule.ASSERTED_DECOYS) && !said.isEmpty()) {
      all.add(new AssertedDecoys(said));
    }
    return all;
  }

  private void toTheEnd(Deductions known, List<Deduction> deductions) {
    int before;
    boolean first = true;
    do {
      before = known.sets();
      for (Deduction deduction : deductions) {
        if (first || deduction.isWorthRepeating()) {
          stage.accept(deduction.card().id().name());
          deduction.deduce(known);
        }
      }
      first = false;
    } while (known.sets() > before && !complete());
  }
}
