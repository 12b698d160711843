package org.ringlight.analytics.official;

import java.util.Arrays;

/**
 * The tool's secondary passes: a ring with all places but one marked marks that one, until no ring
 * does. In which order makes no difference to what is marked in the end.
 *
 * <p>Each ring watches two of its places without a mark, as solvers of logic formulas do (Moskewicz
 * et al., Chaff, DAC 2001, section 2): as long as neither is marked, nothing follows from the ring,
 * whatever becomes of its other places. A member that stands in a ring at two places, apart from
 * each other, counts as two: the tool never takes it for the last.
 */
final class ChainReaction {

  private final CanonicalRings rings;
  private final SlotMarks marks;
  // a watch is twice the ring's number, and one more for its second
  private final int[] place;
  // lists of watches: by slot the first, by watch the next; one more than the watch, 0 at the end
  private final int[] first;
  private final int[] next;
  private int[] work = new int[1024];
  private int waiting;

  private ChainReaction(CanonicalRings rings, SlotMarks marks) {
    this.rings = rings;
    this.marks = marks;
    int watches = Math.multiplyExact(2, rings.count());
    this.place = new int[watches];
    this.next = new int[watches];
    this.first = new int[marks.size()];
  }

  /** Adds the marks that follow. */
  static void run(CanonicalRings rings, SlotMarks marks) {
    ChainReaction reaction = new ChainReaction(rings, marks);
    for (int ring = 0; ring < rings.count(); ring++) {
      reaction.begin(ring);
    }
    reaction.react();
  }

  private void begin(int ring) {
    int size = rings.size(ring);
    int one = unmarked(ring, 0, size);
    int other = unmarked(ring, one + 1, size);
    if (other < size) {
      watch(2 * ring, one);
      watch(2 * ring + 1, other);
    } else if (one < size) {
      mark(ring, one);
    }
  }

  /** The first place without a mark from one on, or the ring's size where there is none. */
  private int unmarked(int ring, int from, int size) {
    int at = from;
    while (at < size && marks.isMarked(rings.slot(ring, at))) {
      at++;
    }
    return at;
  }

  private void watch(int watch, int at) {
    int slot = rings.slot(watch >> 1, at);
    place[watch] = at;
    next[watch] = first[slot];
    first[slot] = watch + 1;
  }

  private void react() {
    while (waiting > 0) {
      int slot = work[--waiting];
      int watch = first[slot] - 1;
      first[slot] = 0;
      while (watch >= 0) {
        int following = next[watch] - 1;
        isMarkedAt(watch);
        watch = following;
      }
    }
  }

  /** The place of a watch has a mark: it moves to one without, or the ring's last is found. */
  private void isMarkedAt(int watch) {
    int ring = watch >> 1;
    int size = rings.size(ring);
    int other = place[watch ^ 1];
    int at = unmarked(ring, 0, size);
    if (at == other) {
      at = unmarked(ring, at + 1, size);
    }
    if (at < size) {
      watch(watch, at);
    } else if (!marks.isMarked(rings.slot(ring, other))) {
      mark(ring, other);
    }
  }

  /** It is no better than that of the worst mark that the ring has. */
  private Footing footing(int ring) {
    for (int at = 0; at < rings.size(ring); at++) {
      if (marks.isMiscounted(rings.slot(ring, at))) {
        return Footing.MISCOUNTED;
      }
    }
    return Footing.SOUND;
  }

  private void mark(int ring, int at) {
    int slot = rings.slot(ring, at);
    marks.mark(slot, OfficialRule.CHAIN_REACTION, footing(ring));
    if (waiting == work.length) {
      work = Arrays.copyOf(work, Math.addExact(waiting, waiting >> 1));
    }
    work[waiting++] = slot;
  }
}
