package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;

class LeaseTest {

  private static final SampleChain CHAIN = new SampleChain(0);
  private static final ExpiryPolicy NEWEST = ExpiryPolicy.newest(1);

  private final Path folder;

  LeaseTest(@TempDir Path folder) throws IOException {
    this.folder = folder.toRealPath();
  }

  @Test
  void whatAReaderHoldsStaysUntilItCloses() throws IOException {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 5);
      Tip old = CHAIN.commit(writer, 6, 9);
      try (Snapshot held = lake.at(Namespace.XMR, old)) {
        reorganise(writer);
        Expiry expiry = writer.expire(NEWEST);
        assertThat(expiry.tipsKept()).isEqualTo(2);
        assertThat(expiry.tipsRemoved()).isEqualTo(1);
        CHAIN.assertHeldBy(held);
        assertThat(lake.tips(Namespace.XMR)).extracting(Tip::number).containsExactly(2L, 3L);
      }
      assertThat(writer.expire(NEWEST).tipsRemoved()).isEqualTo(1);
      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(() -> lake.at(Namespace.XMR, old))
          .withMessageContaining("no longer kept");
      DiskContent.requireNothingBut(lake, folder);
    }
  }

  private static void reorganise(Writer writer) {
    try (Commit commit = writer.begin()) {
      commit.deleteAbove(2);
      CHAIN.append(commit, 3, 4);
      commit.commit(4, CHAIN.hash(4));
    }
  }

  @Test
  void readerThatIsOpeningHoldsEverything() {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 5);
      CHAIN.commit(writer, 6, 9);
      int before = filesOf(lake);
      Lease opening = new Leases(folder.resolve("xmr"), new LocalFiles()).take();
      Expiry expiry = writer.expire(NEWEST);
      assertThat(expiry.finished()).isFalse();
      assertThat(expiry.filesDeleted()).isZero();
      assertThat(filesOf(lake)).isGreaterThanOrEqualTo(before);
      opening.close();
      assertThat(writer.expire(NEWEST))
          .matches(Expiry::finished)
          .matches(done -> done.snapshotsRemoved() > 0);
    }
  }

  private int filesOf(Lake lake) {
    try {
      return DiskContent.dataFiles(lake.folder()).size();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void closedLakeHoldsNothing() throws IOException {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 5);
      try (Lake reader = Lake.open(folder)) {
        assertThat(reader.current(Namespace.XMR)).isPresent();
        assertThat(leases()).hasSize(1);
        assertThat(HeldFile.read(leases().get(0)))
            .contains("process " + ProcessHandle.current().pid());
      }
      assertThat(leases()).isEmpty();
    }
  }

  @Test
  void leaseOfAnotherProcessHoldsUntilThatDies() throws Exception {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 5);
      Process reader = ChildProcess.start(Holding.class, folder.toString());
      try (BufferedReader said = reader.inputReader()) {
        assertThat(said.readLine()).isEqualTo("holding 1");
        CHAIN.commit(writer, 6, 9);
        assertThat(writer.expire(NEWEST).tipsKept()).isEqualTo(2);
        reader.destroyForcibly();
        assertThat(reader.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(leases()).hasSize(1);
        assertThat(writer.expire(NEWEST).tipsKept()).isEqualTo(1);
        assertThat(leases()).isEmpty();
      }
    }
  }

  /** Holds the newest tip until it is killed, or its standard input ends. */
  static final class Holding {
    private Holding() {}

    public static void main(String[] args) throws IOException {
      try (Lake lake = Lake.open(Path.of(args[0]));
          Snapshot held = lake.current(Namespace.XMR).orElseThrow()) {
        System.out.println("holding " + held.tip().number());
        assertThat(System.in.read()).isNegative();
      }
    }
  }

  @Test
  void refusedWriterDoesNotBreakTheLockOfTheOther() throws Exception {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(() -> lake.writer(Namespace.XMR))
          .withMessageContaining(writer.run());
      Process other = ChildProcess.start(Writing.class, folder.toString());
      try (BufferedReader said = other.inputReader()) {
        assertThat(said.readLine()).contains("another process writes").contains(writer.run());
      }
      assertThat(other.waitFor()).isZero();
    }
  }

  /** Says why it cannot write. */
  static final class Writing {
    private Writing() {}

    public static void main(String[] args) {
      try (Lake lake = Lake.open(Path.of(args[0]));
          Writer writer = lake.writer(Namespace.XMR)) {
        System.out.println("may write: " + writer.run());
      } catch (StoreUnavailable e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  void takingALeaseIsQuick() {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      Tip tip = CHAIN.commit(writer, 0, 0);
      Leases leases = new Leases(folder.resolve("xmr"), new LocalFiles());
      long best = Long.MAX_VALUE;
      for (int i = 0; i < 200; i++) {
        long start = System.nanoTime();
        try (Lease lease = leases.take()) {
          lease.narrow(tip);
        }
        best = Math.min(best, System.nanoTime() - start);
      }
      System.out.printf("a lease, taken and given back: %d us%n", best / 1000);
      assertThat(best).isLessThan(2_000_000);
      assertThat(lake.current(Namespace.XMR).orElseThrow().count(BlockRow.TABLE)).isEqualTo(1);
    }
  }

  private List<Path> leases() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("xmr/leases"))) {
      return all.toList();
    }
  }
}
