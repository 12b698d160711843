package org.ringlight.indexer.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputIdsTest {

  private static final OutputIds.Chain ANY = (height, hash) -> true;

  @TempDir Path folder;

  @Test
  void findsWhatAPlainMapFindsAcrossReopeningAndRewinding() {
    Random random = new Random(7);
    List<long[]> outputs = new ArrayList<>();
    Map<Long, Long> next = new HashMap<>();
    for (long id = 0; id < 60_000; id++) {
      long space = space(random);
      outputs.add(new long[] {space, next.merge(space, 1L, Long::sum) - 1});
    }
    int written = 0;
    for (int tip : new int[] {10_000, 37_111, 37_111, 5_000, 60_000, 0, 20_000}) {
      int marked = Math.min(written, tip);
      try (OutputIds ids = OutputIds.open(folder, tip, ANY)) {
        assertThat(ids.known()).isEqualTo(marked);
        for (int id = marked; id < tip; id++) {
          assertThat(ids.next(outputs.get(id)[0])).isEqualTo(outputs.get(id)[1]);
          ids.add(outputs.get(id)[0], id);
        }
        ids.mark(tip, "tip", tip);
        for (int id = 0; id < outputs.size(); id++) {
          assertThat(ids.find(outputs.get(id)[0], outputs.get(id)[1]))
              .isEqualTo(id < tip ? id : OutputIds.UNKNOWN);
        }
        // what a crash leaves: outputs of a batch that was never committed
        for (int id = tip; id < Math.min(tip + 3_000, outputs.size()); id++) {
          ids.add(outputs.get(id)[0], id);
        }
      }
      written = tip;
    }
  }

  @Test
  void aChangedValueInEitherFileIsNoticedAndTheMapStartsAgain() throws IOException {
    for (String file : List.of("ringct.ids", "cleartext.ids")) {
      for (int changed : new int[] {1, 3, 4, 6, 9}) {
        fill(10);
        try (var bytes = new RandomAccessFile(folder.resolve(file).toFile(), "rw")) {
          bytes.seek(4L * changed);
          int before = bytes.read();
          bytes.seek(4L * changed);
          bytes.write(before + 1);
        }
        try (OutputIds ids = OutputIds.open(folder, 20, ANY)) {
          assertThat(ids.known()).as("%s, word %s", file, changed).isZero();
          assertThat(ids.find(0, 1)).isEqualTo(OutputIds.UNKNOWN);
          assertThat(ids.find(5, 1)).isEqualTo(OutputIds.UNKNOWN);
        }
      }
    }
    fill(10);
    try (OutputIds ids = OutputIds.open(folder, 20, ANY)) {
      assertThat(ids.known()).isEqualTo(20);
      assertThat(ids.find(5, 9)).isEqualTo(19);
    }
  }

  /** So many RingCT outputs and so many of amount 5. */
  private void fill(int each) {
    try (OutputIds ids = OutputIds.open(folder, 0, ANY)) {
      for (int id = 0; id < 2 * each; id++) {
        ids.add(id % 2 == 0 ? 0 : 5, id);
      }
      ids.mark(1, "tip", 2L * each);
    }
  }

  private static long space(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> 0;
      case 1 -> 1_000_000_000_000L;
      default -> random.nextBoolean() ? random.nextInt(500) + 1 : -1L - random.nextInt(3);
    };
  }

  @Test
  void startsAgainWhereTheMarkIsOfAnotherBranch() {
    try (OutputIds ids = OutputIds.open(folder, 2, ANY)) {
      ids.add(0, 0);
      ids.add(5, 1);
      ids.mark(9, "orphaned", 2);
    }
    try (OutputIds ids = OutputIds.open(folder, 2, (height, hash) -> false)) {
      assertThat(ids.known()).isZero();
      assertThat(ids.find(0, 0)).isEqualTo(OutputIds.UNKNOWN);
      assertThat(ids.find(5, 0)).isEqualTo(OutputIds.UNKNOWN);
    }
  }

  @Test
  void leavesGapsForOutputsThatCouldNotBeRead() {
    try (OutputIds ids = OutputIds.open(folder, 0, ANY)) {
      ids.add(0, 0);
      ids.skipRingCt(3);
      ids.add(0, 1);
      ids.mark(1, "tip", 2);
    }
    try (OutputIds ids = OutputIds.open(folder, 2, ANY)) {
      assertThat(ids.next(0)).isEqualTo(5);
      assertThat(ids.find(0, 2)).isEqualTo(OutputIds.UNKNOWN);
      assertThat(ids.find(0, 4)).isEqualTo(1);
    }
  }

  @Test
  void forgetsGapsThatCameAfterTheBlockItGoesBackTo() {
    try (OutputIds ids = OutputIds.open(folder, 0, ANY)) {
      ids.add(0, 0);
      ids.add(0, 1);
      ids.skipRingCt(3);
      ids.add(0, 2);
      ids.mark(1, "tip", 3);
    }
    try (OutputIds ids = OutputIds.open(folder, 2, ANY)) {
      assertThat(ids.next(0)).isEqualTo(2);
      ids.add(0, 2);
      assertThat(ids.find(0, 2)).isEqualTo(2);
    }
  }

  @Test
  void keepsItsMarkWhereNothingWasAdded() {
    try (OutputIds ids = OutputIds.open(folder, 0, ANY)) {
      ids.add(0, 0);
      ids.mark(1, "tip", 1);
    }
    for (int run = 0; run < 2; run++) {
      try (OutputIds ids = OutputIds.open(folder, 1, ANY)) {
        assertThat(ids.known()).isEqualTo(1);
        ids.add(0, 1); // of a run that commits nothing
      }
    }
  }

  @Test
  void aSlicesSpacesBeginWhereTheirFirstOutputIsAlsoAfterReopeningAndRewinding() {
    for (int kept : new int[] {6, 3, 0, 6}) {
      try (OutputIds ids = OutputIds.open(folder, kept, ANY)) {
        for (int id = (int) ids.known(); id < 6; id++) {
          long space = id % 2 == 0 ? 0 : 77;
          long first = space == 0 ? 150_000_000L : 1L << 40;
          if (ids.isEmpty(space)) {
            assertThat(ids.isBefore(space, first)).isTrue();
            ids.begin(space, first);
          }
          assertThat(ids.next(space)).isEqualTo(first + id / 2);
          ids.add(space, id);
        }
        assertThat(ids.find(0, 150_000_002L)).isEqualTo(4);
        assertThat(ids.find(77, (1L << 40) + 2)).isEqualTo(5);
        assertThat(ids.find(0, 149_999_999L)).isEqualTo(OutputIds.UNKNOWN);
        assertThat(ids.find(0, 0)).isEqualTo(OutputIds.UNKNOWN);
        assertThat(ids.find(77, 2)).isEqualTo(OutputIds.UNKNOWN);
        assertThat(ids.isBefore(0, 149_999_999L)).isTrue();
        assertThat(ids.isBefore(77, 1L << 40)).isFalse();
        ids.mark(6, "tip", 6);
      }
    }
    assertThat(folder.resolve("ringct.ids").toFile().length()).isLessThan(2 << 20);
  }
}
