package org.ringlight.analytics.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
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
  // of steps, by their findings
  private final Map<Integer, Integer> numbers = new HashMap<>();

  Writing(Book book, Checking checked, List<ClaimRow> findings) {
    this.book = book;
    this.checked = checked;
    findings.forEach(row -> rows.put(row.findingId(), row));
  }

  Derivation of(int asked, Verdict verdict) {
    KnownSet own = checked.taken().ofRing(asked);
    List<Because> why =
        own == null ? eliminating(asked) : List.of(new Because(own.stated(), own.grounds()));
    List<Step> steps = new ArrayList<>();
    for (KnownSet set : reached(own, why)) {
      steps.add(step(steps.size() + 1, set));
      numbers.put(set.stated().number(), steps.size());
    }
    DerivedRing ring = ring(asked, own, why);
    return new Derivation(
        steps, ring, state(ring, own), guarantee(why), verdict.accepted(), verdict.first());
  }

  /** What a ring's findings rest on, down to the leaves, which come first. */
  private static List<KnownSet> reached(@Nullable KnownSet own, List<Because> why) {
    Map<Integer, KnownSet> reached = new HashMap<>();
    Deque<KnownSet> next = new ArrayDeque<>();
    if (own != null) {
      next.add(own);
    }
    why.forEach(one -> next.addAll(one.grounds()));
    while (!next.isEmpty()) {
      KnownSet set = next.remove();
      if (reached.putIfAbsent(set.stated().number(), set) == null) {
        next.addAll(set.grounds());
      }
    }
    return reached.values().stream()
        .sorted(
            Comparator.comparing((KnownSet set) -> !set.isProven())
                .thenComparingInt(KnownSet::depth)
                .thenComparingInt(KnownSet::first))
        .toList();
  }

  private static Guarantee guarantee(List<Because> why) {
    String assumptions =
        why.stream()
            .map(one -> one.stated().assumption())
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

  private List<Because> eliminating(int ring) {
    return checked.following().stream()
        .filter(one -> one.stated().kind() == Claim.Kind.MEMBER_ELIMINATED)
        .filter(one -> one.stated().ring() == ring)
        .toList();
  }

  private Step step(int number, KnownSet set) {
    Stated stated = set.stated();
    List<Because> why = List.of(new Because(stated, set.grounds()));
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
        IntStream.of(stated.rings()).mapToObj(ring -> ring(ring, set, why)).toList(),
        stated.height());
  }

  /**
   * A ring with what is known of its members.
   *
   * @param own its set; null where it is in none
   * @param why the findings that strike its members out
   */
  private DerivedRing ring(int ring, @Nullable KnownSet own, List<Because> why) {
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

  private Place.Reason reason(int ring, int key, @Nullable KnownSet own, List<Because> why) {
    if (own != null && hasTaken(own, key)) {
      return own.rings().length == 1 ? new Place.Reason.Spent() : new Place.Reason.OfSet();
    }
    for (Because one : why) {
      for (KnownSet set : one.grounds()) {
        if (hasTaken(set, key) && !set.holds(ring)) {
          KeyImage image = book.rings().image(set.first());
          return new Place.Reason.TakenBy(numbers.getOrDefault(set.stated().number(), 0), image);
        }
      }
      String words = fact(one.stated(), ring, key);
      if (words != null) {
        return new Place.Reason.StruckBy(words);
      }
    }
    return new Place.Reason.Possible();
  }

  private static boolean hasTaken(KnownSet set, int key) {
    return Arrays.binarySearch(set.keys(), key) >= 0;
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
