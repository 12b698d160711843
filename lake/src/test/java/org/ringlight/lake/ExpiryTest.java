package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.table.Namespace;

class ExpiryTest {

  private static final SampleChain CHAIN = new SampleChain(0);
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  private final Path folder;

  ExpiryTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void newestTipsStayAndEverythingElseGoes() throws IOException {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      for (long height = 0; height < 8; height++) {
        CHAIN.commit(writer, height, height);
      }
      int before = DiskContent.dataFiles(folder).size();
      Expiry expiry = writer.expire(ExpiryPolicy.newest(3));
      assertThat(expiry.tipsKept()).isEqualTo(3);
      assertThat(expiry.tipsRemoved()).isEqualTo(5);
      assertThat(expiry.filesDeleted()).isPositive();
      assertThat(expiry.bytesFreed()).isPositive();
      // rows are only ever appended here: of the data nothing goes but old rows of tips
      assertThat(DiskContent.dataFiles(folder)).hasSize(before - 8 + 1);
      List<Tip> tips = lake.tips(Namespace.XMR);
      assertThat(tips).extracting(Tip::number).containsExactly(6L, 7L, 8L);
      for (Tip tip : tips) {
        try (Snapshot tables = lake.at(Namespace.XMR, tip)) {
          CHAIN.assertHeldBy(tables);
        }
      }
      assertThat(lake.tip(Namespace.XMR)).isEqualTo(writer.tip());
      assertThat(CHAIN.commit(writer, 8, 8).number()).isEqualTo(9);
    }
  }

  @Test
  void nothingToRemoveChangesNothing() throws IOException {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      assertThat(writer.expire(ExpiryPolicy.DEFAULT)).isEqualTo(new Expiry(0, 0, 0, 0, 0, true));
      CHAIN.commit(writer, 0, 3);
      List<String> before = DiskContent.dataFiles(folder);
      assertThat(writer.expire(ExpiryPolicy.DEFAULT)).isEqualTo(new Expiry(1, 0, 0, 0, 0, true));
      assertThat(DiskContent.dataFiles(folder)).isEqualTo(before);
    }
  }

  @Test
  void pinnedTipOfAnOrphanedBranchStays() throws IOException {
    Pin pin;
    Tip orphaned;
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 10);
      orphaned = CHAIN.commit(writer, 11, 20);
      pin = lake.pin(Namespace.XMR, orphaned, "case 7: the ring that was orphaned");
      SampleChain other = new SampleChain(1);
      try (Commit commit = writer.begin()) {
        commit.deleteAbove(5);
        other.append(commit, 6, 22);
        commit.commit(22, other.hash(22));
      }
      writer.expire(ExpiryPolicy.newest(1));
    }
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      assertThat(lake.pins(Namespace.XMR)).containsExactly(pin);
      assertThat(lake.tips(Namespace.XMR)).extracting(Tip::number).containsExactly(2L, 3L);
      try (Snapshot tables = lake.at(Namespace.XMR, orphaned)) {
        CHAIN.assertHeldBy(tables);
      }
      lake.unpin(Namespace.XMR, pin.id());
      assertThat(lake.pins(Namespace.XMR)).isEmpty();
      assertThat(writer.expire(ExpiryPolicy.newest(1)).tipsKept()).isEqualTo(1);
      DiskContent.requireNothingBut(lake, folder);
      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(() -> lake.pin(Namespace.XMR, orphaned, "too late"));
    }
  }

  @Test
  void policyKeepsTheNewestAndSomeOfTheYoung() {
    ExpiryPolicy policy = new ExpiryPolicy(2, 5, Duration.ofMinutes(10));
    assertThat(kept(policy, 60, 50, 40, 30)).containsExactly(3L, 4L);
    assertThat(kept(policy, 60, 9, 8, 7)).containsExactly(2L, 3L, 4L);
    assertThat(kept(policy, 9, 8, 7, 6, 5, 4, 3)).containsExactly(3L, 4L, 5L, 6L, 7L);
    assertThat(kept(policy, 60)).containsExactly(1L);
    assertThat(kept(policy)).isEmpty();
  }

  /** The numbers of the tips kept, of tips made so many minutes ago. */
  private static List<Long> kept(ExpiryPolicy policy, long... minutesAgo) {
    List<Tip> tips =
        LongStream.range(0, minutesAgo.length)
            .mapToObj(i -> tip(i + 1, NOW.minus(Duration.ofMinutes(minutesAgo[(int) i]))))
            .toList();
    return policy.kept(tips, NOW).stream().map(Tip::number).toList();
  }

  private static Tip tip(long number, Instant committedAt) {
    return new Tip(number, number, CHAIN.hash(number), Map.of(), "run", committedAt);
  }

  @Test
  void tipsOfMetadataAndRowsAgreeAfterExpiry() {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 3);
      Tip newest = CHAIN.commit(writer, 4, 6);
      writer.expire(ExpiryPolicy.newest(1));
      assertThat(lake.tip(Namespace.XMR)).isEqualTo(Optional.of(newest));
      assertThat(lake.tips(Namespace.XMR)).containsExactly(newest);
    }
  }
}
