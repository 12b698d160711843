package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.migrate.Migrations;
import org.ringlight.lake.table.MembershipRow;
import org.ringlight.lake.table.Namespace;

/** Tables of version 1 had no forward index. */
class UpgradeTest {

  private static final SampleChain CHAIN = new SampleChain(0);
  private static final long TIP = 30;

  private final Path folder;

  UpgradeTest(@TempDir Path folder) {
    this.folder = folder;
  }

  static void writeAsVersionOneDid(Path folder) throws IOException {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      Tip tip = CHAIN.commit(writer, 0, TIP);
      try (Commit commit = writer.begin()) {
        commit
            .change(MembershipRow.TABLE)
            .deleteAbove(new Snapshot(writer.warehouse(), Namespace.XMR, tip), -1);
        commit.commit(tip.height(), tip.hash());
      }
    }
    Files.writeString(folder.resolve(LakeVersion.FILE), "schema=1\n");
  }

  @Test
  void theForwardIndexIsMadeOfTheRings() throws IOException {
    writeAsVersionOneDid(folder);
    assertThatExceptionOfType(ConfigurationInvalid.class)
        .isThrownBy(() -> Lake.open(folder))
        .withMessageContaining("version '1'")
        .withMessageContaining("ringlight migrate");
    List<String> said = new ArrayList<>();
    var migration = Migrations.next(folder).orElseThrow();
    assertThat(migration.description()).contains("forward index");
    migration.run(said::add);
    assertThat(said).containsExactly("rings in the forward index: 31");
    assertThat(Migrations.next(folder)).isEqualTo(Optional.empty());
    try (Lake lake = Lake.open(folder);
        Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      CHAIN.assertHeldBy(tables);
    }
  }

  @Test
  void doneTwiceItIsDoneOnce() throws IOException {
    writeAsVersionOneDid(folder);
    Lake.upgrade(folder, rings -> {});
    Lake.upgrade(folder, rings -> {});
    try (Lake lake = Lake.open(folder);
        Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      CHAIN.assertHeldBy(tables);
      assertThat(tables.files(MembershipRow.TABLE)).hasSize(1);
    }
  }
}
