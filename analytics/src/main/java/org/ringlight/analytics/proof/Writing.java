package org.ringlight.analytics.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.FindingId;
import org.ringlight.protocol.KeyImage;

/** Writes checked findings down as steps, leaves first. */
final class Writing {

  private final Book book;
  private final Checking checked;
  private final Map<FindingId, ClaimRow> rows = new HashMap<>();
  // by the first ring of what is proven in it
  private final Map<Integer, Integer> numbers = new HashMap<>();

  Writing(Book book, Checking checked, List<ClaimRow> findings) {
    this.book = book;
    this.checked = checked;
    findings.forEach(row -> rows.put(row.findingId(), row));
  }

  Derivation of(int asked, Verdict verdict) {
    List<Stated> sets = accepted();
    List<Step> steps = new ArrayList<>();
    for (Stated stated : sets) {
      KnownSet set = known(stated.ring());
      steps.add(step(steps.size() + 1, stated, set));
      numbers.put(set.first(), steps.size());
    }
    KnownSet own = checked.taken().ofRing(asked);
    Stated stated = checked.of(asked);
    List<Stated> why = own == null || stated == null ? eliminating(asked) : List.of(stated);
    DerivedRing ring = ring(asked, own, why);
    return new Derivation(
        steps, ring, state(ring, own), guarantee(why), verdict.accepted(), verdict.first());
  }

  private static Guarantee guarantee(List<Stated> why) {
    String assumptions =
        why.stream()
            .map(Stated::assumption)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining("; "));
    return assumptions.isEmpty() ? Guarantee.PROVEN : Guarantee.onlyIf(assumptions);
  }

  private static Derivation.State state(DerivedRing ring, @Nullable KnownSet own) {
    boolean one =
        ring.members().stream()
                .filter(member -> member.reason() instanceof Place.Reason.Spent)
                .count()
            == 1;
    if (own != null && one) {
      return Derivation.State.RESOLVED;
    }
    return ring.possible() < ring.members().size()
        ? Derivation.State.NARROWED
        : Derivation.State.OPEN;
  }

  private KnownSet known(int ring) {
    KnownSet set = checked.taken().ofRing(ring);
    if (set == null) {
      throw new IllegalArgumentException("not accepted");
    }
    return set;
  }

  private List<Stated> accepted() {
    return IntStream.range(0, book.rings().count())
        .filter(ring -> checked.taken().ofRing(ring) != null)
        .filter(ring -> known(ring).first() == ring)
        .mapToObj(checked::of)
        .sorted(Comparator.comparingInt(Stated::depth).thenComparing(Stated::ring))
        .toList();
  }

  private List<Stated> eliminating(int ring) {
    return checked.following().stream()
        .filter(one -> one.kind() == Claim.Kind.MEMBER_ELIMINATED && one.ring() == ring)
        .toList();
  }

  private Step step(int number, Stated stated, KnownSet set) {
    FindingId id = checked.id(stated);
    ClaimRow row = rows.get(id);
    if (row == null) {
      throw new IllegalStateException("an accepted finding has no row: " + id);
    }
    String assumption = row.assumption();
    return new Step(
        number,
        id,
        row.heuristic(),
        stated.kind(),
        assumption == null ? Guarantee.PROVEN : Guarantee.onlyIf(assumption),
        IntStream.of(stated.rings()).mapToObj(ring -> ring(ring, set, List.of(stated))).toList(),
        stated.height());
  }

  /**
   * A ring with what is known of its members.
   *
   * @param own its set; null where it is in none
   * @param why the findings that strike its members out
   */
  private DerivedRing ring(int ring, @Nullable KnownSet own, List<Stated> why) {
    List<Place> members = new ArrayList<>();
    if (book.rings().isOnChain(ring)) {
      Map<Integer, Integer> times = new LinkedHashMap<>();
      for (int place = 0; place < book.rings().size(ring); place++) {
        times.merge(book.rings().member(ring, place), 1, Integer::sum);
      }
      times.forEach(
          (output, count) ->
              members.add(
                  new Place(
                      book.outputs().name(output),
                      book.outputs().height(output),
                      book.outputs().publicKey(output),
                      count,
                      reason(ring, book.outputs().key(output), own, why))));
    } else {
      for (int key : book.rings().keys(ring)) {
        members.add(
            new Place(null, -1, book.outputs().publicKeyOf(key), 1, reason(ring, key, own, why)));
      }
    }
    return new DerivedRing(
        book.rings().image(ring), book.rings().isOnChain(ring), book.rings().height(ring), members);
  }

  private Place.Reason reason(int ring, int key, @Nullable KnownSet own, List<Stated> why) {
    KnownSet taker = checked.taken().ofKey(key);
    if (taker != null && own != null && taker.isSame(own)) {
      return own.rings().length == 1 ? new Place.Reason.Spent() : new Place.Reason.OfSet();
    }
    for (Stated stated : why) {
      for (int cited : stated.cited()) {
        if (taker != null && taker.first() == cited) {
          KeyImage image = book.rings().image(cited);
          return new Place.Reason.TakenBy(numbers.getOrDefault(cited, 0), image);
        }
      }
      String words = fact(stated, ring, key);
      if (words != null) {
        return new Place.Reason.StruckBy(words);
      }
    }
    return new Place.Reason.Possible();
  }

  private @Nullable String fact(Stated stated, int ring, int key) {
    for (String words : stated.evidence()) {
      try {
        for (Fact fact : book.facts().named(words, stated.rings())) {
          if (fact.strikes(ring, key)) {
            return words;
          }
        }
      } catch (Refusal refusal) {
        throw new IllegalStateException("accepted with evidence that is not there", refusal);
      }
    }
    return null;
  }
}
