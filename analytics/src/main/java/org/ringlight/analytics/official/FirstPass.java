package org.ringlight.analytics.official;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.OutputName;

/** The rules that hold of a ring when it comes, tried on every ring in chain order. */
final class FirstPass implements ChainRows.Reader {

  private static final String INCOMPLETE =
      "run ringlight verify, or index again into an empty folder";

  private final Map<Long, IndexSpace> spaces = new HashMap<>();
  private final SlotMarks marks = new SlotMarks();
  private final CanonicalRings rings;
  private final EqualRings equal;
  private int[] slots = new int[16];
  private @Nullable IndexSpace latest;

  /**
   * @param expected how many rings there will be
   */
  FirstPass(long expected) {
    int count = Math.toIntExact(expected);
    this.rings = new CanonicalRings(count);
    this.equal = new EqualRings(rings, count);
  }

  /** What is marked, when everything has been read: this can be asked for once. */
  OfficialMarks marks() {
    ChainReaction.run(rings, marks);
    List<IndexSpace> ascending =
        spaces.values().stream()
            .sorted(Comparator.comparing(IndexSpace::amount, Long::compareUnsigned))
            .toList();
    return new OfficialMarks(ascending, marks);
  }

  @Override
  public void output(long indexSpace, long amountIndex, ChainRows.Tagging tagging) {
    IndexSpace space = space(indexSpace);
    if (amountIndex != space.size()) {
      throw new DataInvalid(
          "an output is missing in the tables",
          "before output " + new OutputName(indexSpace, amountIndex),
          INCOMPLETE);
    }
    space.append(marks.append());
    if (tagging == ChainRows.Tagging.UNTAGGED) {
      space.countUntagged();
    }
  }

  @Override
  public void ring(long indexSpace, long[] members) {
    IndexSpace space = space(indexSpace);
    int size = canonical(space, members);
    int times = equal.count(rings.append(slots, size), hash(size));
    if (members.length == 1) {
      marks.mark(slots[0], OfficialRule.RING_SIZE_1, Footing.SOUND);
    } else if (times == size) {
      // the tool takes them of the ring as it was, with what its count leaves out
      for (int i = 0; i < size; i++) {
        marks.mark(space.slot((int) members[i]), OfficialRule.DUPLICATE_RINGS, Footing.SOUND);
      }
    } else if (space.isFullWithNext()) {
      space.fill(marks);
    }
    space.countRing();
  }

  /** Looks up members that do not repeat the one before; how many they are. */
  private int canonical(IndexSpace space, long[] members) {
    if (members.length == 0) {
      throw new DataInvalid(
          "a ring without members",
          "index space " + Long.toUnsignedString(space.amount()),
          INCOMPLETE);
    }
    if (members.length > slots.length) {
      slots = Arrays.copyOf(slots, members.length);
    }
    int size = 0;
    for (int i = 0; i < members.length; i++) {
      if (i == 0 || members[i] != members[i - 1]) {
        slots[size++] = slot(space, members[i]);
      }
    }
    return size;
  }

  private int hash(int size) {
    long hash = 0;
    for (int i = 0; i < size; i++) {
      hash = (hash ^ slots[i]) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 32;
    }
    return (int) hash;
  }

  private static int slot(IndexSpace space, long member) {
    if (member < 0 || member >= space.size()) {
      throw new DataInvalid(
          "a ring names an output that is not in the tables before it",
          "output " + new OutputName(space.amount(), member),
          INCOMPLETE);
    }
    return space.slot((int) member);
  }

  private IndexSpace space(long amount) {
    IndexSpace asked = latest;
    if (asked == null || asked.amount() != amount) {
      asked = spaces.computeIfAbsent(amount, IndexSpace::new);
      latest = asked;
    }
    return asked;
  }
}
