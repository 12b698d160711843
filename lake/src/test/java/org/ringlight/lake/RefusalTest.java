package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.BlockHash;

class RefusalTest {

  private static final SampleChain CHAIN = new SampleChain(0);

  private final Path folder;

  RefusalTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void secondWriterIsToldWhoHoldsTheTables() {
    try (Lake lake = Lake.open(folder);
        Lake other = Lake.open(folder)) {
      try (Writer writer = lake.writer(Namespace.XMR)) {
        assertThatExceptionOfType(StoreUnavailable.class)
            .isThrownBy(() -> other.writer(Namespace.XMR))
            .withMessageContaining("process " + ProcessHandle.current().pid() + " on ")
            .withMessageContaining(writer.run())
            .withMessageContaining("writer.lock");
      }
      other.writer(Namespace.XMR).close();
    }
  }

  @Test
  void newerLayoutIsRefused() throws IOException {
    Lake.open(folder).close();
    Files.writeString(folder.resolve(LakeVersion.FILE), "schema=3\n");
    assertThatExceptionOfType(ConfigurationInvalid.class)
        .isThrownBy(() -> Lake.open(folder))
        .withMessageContaining("version '3'")
        .withMessageContaining(LakeVersion.FILE);
  }

  @Test
  void otherChainIsRefusedOnceRowsAreThere() {
    ChainIdentity mainnet = new ChainIdentity("mainnet", CHAIN.hash(0));
    ChainIdentity stagenet = new ChainIdentity("stagenet", BlockHash.of(new byte[32]));
    try (Lake lake = Lake.open(folder)) {
      try (Writer writer = lake.writer(Namespace.XMR)) {
        writer.claim(stagenet);
        assertThat(lake.identity(Namespace.XMR)).isEmpty();
        writer.claim(mainnet);
        CHAIN.commit(writer, 0, 3);
        writer.claim(mainnet);
        CHAIN.commit(writer, 4, 4);
      }
      assertThat(lake.identity(Namespace.XMR)).isEqualTo(Optional.of(mainnet));
      try (Writer writer = lake.writer(Namespace.XMR)) {
        assertThatExceptionOfType(ConfigurationInvalid.class)
            .isThrownBy(() -> writer.claim(stagenet))
            .withMessageContaining("the tables hold mainnet")
            .withMessageContaining("the node follows stagenet");
      }
    }
  }

  @Test
  void cutDataFileIsDamage() throws IOException {
    write();
    Path file = one("/rings/data/", ".parquet");
    replace(file, new byte[100]);
    try (Lake lake = Lake.open(folder);
        Rows<RingRow> rows = lake.current(Namespace.XMR).orElseThrow().scan(RingRow.TABLE)) {
      assertThatExceptionOfType(DataInvalid.class)
          .isThrownBy(rows::hasNext)
          .withMessageContaining(file.toString());
    }
  }

  @Test
  void changedByteInADataFileIsDamage() throws IOException {
    write();
    Path file = one("/rings/data/", ".parquet");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 3] ^= 1;
    replace(file, bytes);
    try (Lake lake = Lake.open(folder);
        Rows<RingRow> rows = lake.current(Namespace.XMR).orElseThrow().scan(RingRow.TABLE)) {
      assertThatExceptionOfType(DataInvalid.class)
          .isThrownBy(() -> rows.forEachRemaining(row -> {}))
          .withMessageContaining(file.toString());
    }
  }

  @Test
  void missingDataFileIsDamage() throws IOException {
    write();
    Path file = one("/rings/data/", ".parquet");
    Files.delete(file);
    try (Lake lake = Lake.open(folder);
        Rows<RingRow> rows = lake.current(Namespace.XMR).orElseThrow().scan(RingRow.TABLE)) {
      assertThatExceptionOfType(DataInvalid.class)
          .isThrownBy(rows::hasNext)
          .withMessageContaining(file.toString());
    }
  }

  @Test
  void missingOrShortenedFileIsSaidBeforeAnythingIsWrittenOrAsked() throws IOException {
    write();
    Path file = one("/rings/data/", ".parquet");
    byte[] bytes = Files.readAllBytes(file);
    replace(file, Arrays.copyOf(bytes, bytes.length - 1));
    requireDamageSaid("bytes long, it was written with " + bytes.length, file);
    Files.delete(file);
    requireDamageSaid("a data file is missing", file);
  }

  private void requireDamageSaid(String what, Path file) {
    try (Lake lake = Lake.open(folder)) {
      assertThatExceptionOfType(DataInvalid.class)
          .isThrownBy(() -> lake.writer(Namespace.XMR))
          .withMessageContaining(what)
          .withMessageContaining(file.toString());
      assertThatExceptionOfType(DataInvalid.class)
          .isThrownBy(() -> Sql.open(lake))
          .withMessageContaining(what)
          .withMessageContaining(file.toString());
    }
  }

  @Test
  void cutTableMetadataIsDamageAtOnce() throws IOException {
    write();
    try (Stream<Path> files = Files.walk(folder.resolve("xmr/tips"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
        byte[] bytes = Files.readAllBytes(file);
        replace(file, Arrays.copyOf(bytes, bytes.length / 2));
      }
    }
    try (Lake lake = Lake.open(folder)) {
      assertThatExceptionOfType(DataInvalid.class)
          .isThrownBy(() -> lake.tip(Namespace.XMR))
          .withMessageContaining("xmr.tips");
    }
  }

  @Test
  void catalogThatIsNoDatabaseIsDamage() throws IOException {
    write();
    Files.writeString(
        folder.resolve("catalog.sqlite"), "not a database, but long enough".repeat(99));
    assertThatExceptionOfType(DataInvalid.class)
        .isThrownBy(() -> Lake.open(folder))
        .withMessageContaining("catalog.sqlite");
  }

  @Test
  void dataDirectoryThatIsAFileIsUnavailable() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatExceptionOfType(StoreUnavailable.class)
        .isThrownBy(() -> Lake.open(file))
        .withMessageContaining(file.toString());
  }

  private void write() {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 50);
    }
  }

  private Path one(String part, String end) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().contains(part) && file.toString().endsWith(end))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    Files.delete(file);
    Files.write(file, bytes);
  }
}
