package org.ringlight.analytics.proof;

import java.util.Arrays;
import java.util.List;
import org.ringlight.analytics.finding.Claim;

/** What must be so where a finding follows from what rings are known to spend. */
final class DependentRules {

  private final Book book;
  private final Taken taken;
  private final Claims claims;

  DependentRules(Book book, Taken taken, Claims claims) {
    this.book = book;
    this.taken = taken;
    this.claims = claims;
  }

  /**
   * Checks a member that is not spent, an output that is, or a ring of a closed set.
   *
   * @return the sets that it rests on
   */
  List<KnownSet> check(Stated stated) throws Refusal {
    Grounds grounds = new Grounds(book, taken, claims, stated);
    if (stated.kind() == Claim.Kind.MEMBER_ELIMINATED) {
      eliminated(stated, grounds);
    } else {
      ofSet(stated, grounds);
    }
    grounds.requireAllUsed();
    grounds.requireMeasures();
    return grounds.sets();
  }

  private void eliminated(Stated stated, Grounds grounds) throws Refusal {
    int ring = stated.ring();
    int output = stated.outputs()[0];
    Members.require(book, ring, output);
    int key = book.outputs().key(output);
    KnownSet own = stated.isProven() ? taken.provenOfRing(ring) : taken.ofRing(ring);
    if (own != null && own.rings().length == 1 && own.keys()[0] == key) {
      throw new Refusal("the ring spends " + book.outputs().name(output));
    }
    if (!grounds.strikes(ring, key)) {
      throw new Refusal(book.outputs().name(output) + " is not struck out by what it rests on");
    }
  }

  private void ofSet(Stated stated, Grounds grounds) throws Refusal {
    KnownSet set = grounds.only();
    if (stated.kind() == Claim.Kind.OUTPUT_SPENT) {
      spent(stated.outputs()[0], set);
    } else {
      narrowed(stated, set);
    }
  }

  private void spent(int output, KnownSet set) throws Refusal {
    int key = book.outputs().key(output);
    if (Arrays.binarySearch(set.keys(), key) < 0) {
      throw new Refusal(book.outputs().name(output) + " is not spent by the set that it cites");
    }
    boolean named = false;
    for (int ring : set.rings()) {
      if (book.rings().isOnChain(ring)) {
        for (int place = 0; place < book.rings().size(ring); place++) {
          int member = book.rings().member(ring, place);
          named |= member == output;
          if (member != output && book.outputs().key(member) == key) {
            throw new Refusal(
                book.outputs().name(member)
                    + " has the same key and is in the set too: which of them is spent cannot be"
                    + " told");
          }
        }
      } else {
        named |= Arrays.stream(book.rings().keys(ring)).anyMatch(one -> one == key);
      }
    }
    if (!named) {
      throw new Refusal(book.outputs().name(output) + " is in no ring of the set that it cites");
    }
  }

  private void narrowed(Stated stated, KnownSet set) throws Refusal {
    int ring = stated.ring();
    Members.require(book, ring, stated.outputs());
    if (!set.holds(ring)) {
      throw new Refusal("the ring is not in the set that it cites");
    }
    for (int output : stated.outputs()) {
      if (Arrays.binarySearch(set.keys(), book.outputs().key(output)) < 0) {
        throw new Refusal(book.outputs().name(output) + " is not of the set that it cites");
      }
    }
    int left = 0;
    for (int key : book.rings().keys(ring)) {
      left += Arrays.binarySearch(set.keys(), key) < 0 ? 0 : Members.withKey(book, ring, key);
    }
    if (left != stated.outputs().length) {
      throw new Refusal(
          "the set leaves the ring "
              + left
              + " members, and it names "
              + stated.outputs().length
              + " of them");
    }
    if (left == Members.distinct(book, ring)) {
      throw new Refusal("it names all members of the ring, which says nothing");
    }
  }
}
