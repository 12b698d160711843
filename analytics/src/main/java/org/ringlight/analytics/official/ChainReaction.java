package org.ringlight.analytics.official;

import java.util.Arrays;

/**
 * The tool's secondary passes: a ring with all places but one marked marks that one, until no ring
 * does. Which ring goes first makes no difference to what is marked in the end, so each is looked
 * at only when one of its members was marked.
 *
 * <p>A member that stands in a ring at two places, apart from each other, counts as two: the tool
 * never takes it for the last.
 */
final class ChainReaction {

  private final CanonicalRings rings;
  private final SlotMarks marks;
  // by ring: places without a mark, as far as the marks were worked off
  private final int[] unknown;
  // by slot: where the rings that have it begin in holders
  private final long[] begins;
  private final PagedInts holders;
  private int[] work = new int[1024];
  private int waiting;

  private ChainReaction(CanonicalRings rings, SlotMarks marks) {
    this.rings = rings;
    this.marks = marks;
    this.unknown = new int[rings.count()];
    this.begins = new long[marks.size() + 1];
    countHolders();
    this.holders = new PagedInts(begins[marks.size()]);
    fillHolders();
  }

  /** Adds the marks that follow. */
  static void run(CanonicalRings rings, SlotMarks marks) {
    new ChainReaction(rings, marks).react();
  }

  private void countHolders() {
    for (int ring = 0; ring < unknown.length; ring++) {
      for (long place = rings.start(ring); place < rings.end(ring); place++) {
        int slot = rings.slot(place);
        if (!marks.isMarked(slot)) {
          unknown[ring]++;
          begins[slot]++;
        }
      }
    }
    // where each one's rings end; filling from the back moves them to where they begin
    for (int slot = 1; slot < begins.length; slot++) {
      begins[slot] += begins[slot - 1];
    }
  }

  private void fillHolders() {
    for (int ring = 0; ring < unknown.length; ring++) {
      for (long place = rings.start(ring); place < rings.end(ring); place++) {
        int slot = rings.slot(place);
        if (!marks.isMarked(slot)) {
          holders.set(--begins[slot], ring);
        }
      }
    }
  }

  private void react() {
    for (int ring = 0; ring < unknown.length; ring++) {
      if (unknown[ring] == 1) {
        markLast(ring);
      }
    }
    while (waiting > 0) {
      int slot = work[--waiting];
      for (long holder = begins[slot]; holder < begins[slot + 1]; holder++) {
        int ring = holders.get(holder);
        if (--unknown[ring] == 1) {
          markLast(ring);
        }
      }
    }
  }

  private void markLast(int ring) {
    for (long place = rings.start(ring); place < rings.end(ring); place++) {
      int slot = rings.slot(place);
      if (!marks.isMarked(slot)) {
        marks.mark(slot, OfficialRule.CHAIN_REACTION);
        await(slot);
        return;
      }
    }
  }

  private void await(int slot) {
    if (waiting == work.length) {
      work = Arrays.copyOf(work, Math.addExact(waiting, waiting >> 1));
    }
    work[waiting++] = slot;
  }
}
