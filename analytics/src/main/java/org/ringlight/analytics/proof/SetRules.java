package org.ringlight.analytics.proof;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.finding.Claim;

/** What must be so where a finding says what rings spend. */
final class SetRules {

  private final Book book;
  private final Taken taken;
  private final Claims claims;

  SetRules(Book book, Taken taken, Claims claims) {
    this.book = book;
    this.taken = taken;
    this.claims = claims;
  }

  /**
   * Checks a resolved ring, a ring narrowed to members of one key, or a closed set.
   *
   * @return what is known by it
   */
  KnownSet check(Stated stated) throws Refusal {
    Grounds grounds = new Grounds(book, taken, claims, stated);
    int[] keys =
        stated.kind() == Claim.Kind.CLOSED_SET
            ? closedSet(stated, grounds)
            : oneRing(stated, grounds);
    KnownSet whole = requireWithinProven(stated);
    for (int key : keys) {
      KnownSet taker = taken.ofKey(key);
      if (taker != null && !KnownSet.areSame(taker, whole)) {
        throw new Refusal(
            "ring "
                + book.rings().image(taker.first())
                + (taker.rings().length == 1 ? " spends " : " and its set spend ")
                + output(stated.ring(), key)
                + " already; a key is spent once");
      } else if (!KnownSet.areSame(taker, whole)) {
        throw new Refusal(
            "it is proven that " + output(stated.ring(), key) + " is not spent by these rings");
      }
    }
    grounds.requireAllUsed();
    grounds.requireMeasures();
    return new KnownSet(
        stated,
        stated.rings(),
        keys,
        stated.depth(),
        stated.height(),
        grounds.assumptions(),
        grounds.sets());
  }

  /** The set that all its rings are proven to be in, with others; null where they are in none. */
  private @Nullable KnownSet requireWithinProven(Stated stated) throws Refusal {
    KnownSet whole = taken.provenOfRing(stated.ring());
    for (int ring : stated.rings()) {
      if (!KnownSet.areSame(taken.provenOfRing(ring), whole)) {
        throw new Refusal(
            "ring " + book.rings().image(ring) + " is proven to spend what others of it do not");
      }
    }
    if (whole != null && whole.rings().length <= stated.rings().length) {
      throw new Refusal("what these rings spend is proven; nothing is added by an assumption");
    }
    return whole;
  }

  private int[] oneRing(Stated stated, Grounds grounds) throws Refusal {
    int ring = stated.ring();
    int spent = book.outputs().key(stated.outputs()[0]);
    Members.require(book, ring, stated.outputs());
    for (int output : stated.outputs()) {
      if (book.outputs().key(output) != spent) {
        throw new Refusal(
            "the members it names have different keys, and no closed set leaves these to the ring");
      }
    }
    int same = Members.withKey(book, ring, spent);
    if (book.rings().isOnChain(ring) && same != stated.outputs().length) {
      throw new Refusal(
          same
              + " members have the key of "
              + book.outputs().name(stated.outputs()[0])
              + ", and it names "
              + stated.outputs().length
              + ": which of them is spent cannot be told");
    }
    boolean narrowed = stated.kind() == Claim.Kind.RING_NARROWED;
    if (narrowed && stated.outputs().length == 1) {
      throw new Refusal("one member is left: the ring is resolved, not narrowed");
    }
    for (int key : book.rings().keys(ring)) {
      if (key != spent && !grounds.strikes(ring, key)) {
        throw new Refusal(notStruck(ring, key));
      }
    }
    Fact against = grounds.against(ring, spent);
    if (against != null) {
      throw new Refusal("what it is said to spend is struck out: " + against.words());
    }
    return new int[] {spent};
  }

  private String notStruck(int ring, int key) {
    KnownSet taker = taken.ofKey(key);
    return "member "
        + output(ring, key)
        + " is not struck out by what it rests on"
        + (taker == null || taker.holds(ring)
            ? ""
            : "; ring "
                + book.rings().image(taker.first())
                + (taker.rings().length == 1 ? " spends it" : " and its set spend it")
                + ", but is not cited");
  }

  private int[] closedSet(Stated stated, Grounds grounds) throws Refusal {
    Set<Integer> left = new LinkedHashSet<>();
    for (int ring : stated.rings()) {
      int before = 0;
      for (int key : book.rings().keys(ring)) {
        if (!grounds.strikes(ring, key)) {
          left.add(key);
          before++;
        }
      }
      if (before == 0) {
        throw new Refusal("nothing is left for ring " + book.rings().image(ring));
      }
    }
    if (left.size() != stated.rings().length) {
      throw new Refusal(
          "its "
              + stated.rings().length
              + " rings have "
              + left.size()
              + " keys left for them; a closed set has as many as rings");
    }
    int[] keys = left.stream().mapToInt(Integer::intValue).toArray();
    Arrays.sort(keys);
    return keys;
  }

  /** An output by its key, as a ring names it. */
  private String output(int ring, int key) {
    return Members.name(book, ring, key);
  }
}
