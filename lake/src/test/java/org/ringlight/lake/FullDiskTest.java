package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.iceberg.FullDisk;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.table.Namespace;

/** The disk is full in the middle of a commit. */
class FullDiskTest {

  private static final SampleChain CHAIN = new SampleChain(0);

  @ParameterizedTest
  @ValueSource(longs = {0, 3_000, 30_000, 60_000, 90_000})
  void writerStopsAndNothingIsLost(long bytesLeft, @TempDir Path folder) {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 10);
    }
    try (Lake lake = Lake.open(folder, FullDisk.files(bytesLeft), CommitSteps.UNWATCHED)) {
      assertThatExceptionOfType(StoreUnavailable.class)
          .isThrownBy(
              () -> {
                try (Writer writer = lake.writer(Namespace.XMR)) {
                  CHAIN.commit(writer, 11, 200);
                }
              })
          .withMessageContaining("the disk is full")
          .withMessageContaining("all commits so far are kept");
      try (Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
        CHAIN.assertHeldBy(tables);
      }
    }
    try (Lake lake = Lake.open(folder, new LocalFiles(), CommitSteps.UNWATCHED);
        Writer writer = lake.writer(Namespace.XMR)) {
      assertThat(writer.tip()).map(Tip::height).isEqualTo(Optional.of(10L));
      CHAIN.commit(writer, 11, 200);
      CHAIN.assertHeldBy(lake.current(Namespace.XMR).orElseThrow());
    }
  }
}
