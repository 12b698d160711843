package org.ringlight.analytics.proof;

import org.ringlight.protocol.OutputName;

/** What a ring holds. */
final class Members {

  private Members() {}

  /** Refuses outputs that are not among a ring's members. */
  static void require(Book book, int ring, int... outputs) throws Refusal {
    for (int output : outputs) {
      if (!isMember(book, ring, output)) {
        throw new Refusal(book.outputs().name(output) + " is no member of the ring");
      }
    }
  }

  private static boolean isMember(Book book, int ring, int output) {
    Rings rings = book.rings();
    if (!rings.isOnChain(ring)) {
      int key = book.outputs().key(output);
      for (int one : rings.keys(ring)) {
        if (one == key) {
          return true;
        }
      }
      return false;
    }
    for (int place = 0; place < rings.size(ring); place++) {
      if (rings.member(ring, place) == output) {
        return true;
      }
    }
    return false;
  }

  /** How many different members of a ring of the main chain have a key. */
  static int withKey(Book book, int ring, int key) {
    Rings rings = book.rings();
    int count = 0;
    if (!rings.isOnChain(ring)) {
      return count;
    }
    for (int place = 0; place < rings.size(ring); place++) {
      int output = rings.member(ring, place);
      if (book.outputs().key(output) == key && !isBefore(rings, ring, place, output)) {
        count++;
      }
    }
    return count;
  }

  private static boolean isBefore(Rings rings, int ring, int place, int output) {
    for (int before = 0; before < place; before++) {
      if (rings.member(ring, before) == output) {
        return true;
      }
    }
    return false;
  }

  /** How many different members a ring of the main chain has. */
  static int distinct(Book book, int ring) {
    Rings rings = book.rings();
    int count = 0;
    for (int place = 0; place < rings.size(ring); place++) {
      count += isBefore(rings, ring, place, rings.member(ring, place)) ? 0 : 1;
    }
    return count;
  }

  /** A member by its key. */
  static String name(Book book, int ring, int key) {
    Rings rings = book.rings();
    if (rings.isOnChain(ring)) {
      for (int place = 0; place < rings.size(ring); place++) {
        if (book.outputs().key(rings.member(ring, place)) == key) {
          OutputName name = book.outputs().name(rings.member(ring, place));
          return name.toString();
        }
      }
    }
    return "the output with key " + book.outputs().publicKeyOf(key);
  }
}
