package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.migrate.Migrations;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;

/** Files beside the rows that are cut short, emptied or gone: Iceberg's lists, tips, the mark. */
class DamageTest {

  private static final SampleChain CHAIN = new SampleChain(0);

  private final Path folder;

  DamageTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void listsOfFilesThatAreCutAnywhereAreDamageNamingThem() throws IOException {
    write();
    for (String name : List.of("snap-", "-m0.avro")) {
      Path file = one("/blocks/metadata/", name);
      byte[] whole = Files.readAllBytes(file);
      for (int length : new int[] {0, 3, 100, whole.length / 2, whole.length - 1}) {
        Files.write(file, Arrays.copyOf(whole, length));
        assertDamage(file);
      }
      Files.write(file, new byte[whole.length]);
      assertDamage(file);
      Files.write(file, whole);
    }
    assertThat(blocks()).isEqualTo(51);
  }

  private void assertDamage(Path file) {
    assertThatExceptionOfType(DataInvalid.class)
        .as("%s of %s bytes", file, file.toFile().length())
        .isThrownBy(this::blocks)
        .withMessageContaining(file.toString())
        .withMessageContaining("damaged");
  }

  private long blocks() {
    try (Lake lake = Lake.open(folder);
        Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      return tables.count(BlockRow.TABLE);
    }
  }

  @Test
  void aListThatEndsBeforeItsEntriesIsDamage() throws IOException {
    write();
    Path file = one("/blocks/metadata/", "snap-");
    byte[] whole = Files.readAllBytes(file);
    // a file of no entries ends with the same sixteen bytes, and nothing says how long it was
    Files.write(file, Arrays.copyOf(whole, endOfHeader(whole)));
    assertDamage(file);
  }

  private static int endOfHeader(byte[] avro) {
    byte[] sync = Arrays.copyOfRange(avro, avro.length - 16, avro.length);
    for (int end = 16; end < avro.length; end++) {
      if (Arrays.equals(sync, Arrays.copyOfRange(avro, end - 16, end))) {
        return end;
      }
    }
    throw new AssertionError("no header");
  }

  @Test
  void damagedTipsAreSaidToWhoWritesAndToWhoAsksForThem() throws IOException {
    write();
    for (Path file : List.of(one("/tips/data/", ".parquet"), one("/tips/metadata/", "snap-"))) {
      byte[] whole = Files.readAllBytes(file);
      for (int length : new int[] {0, whole.length - 1, -1}) {
        Files.delete(file);
        if (length >= 0) {
          Files.write(file, Arrays.copyOf(whole, length));
        }
        try (Lake lake = Lake.open(folder)) {
          assertThatExceptionOfType(DataInvalid.class)
              .isThrownBy(() -> lake.writer(Namespace.XMR))
              .withMessageContaining(file.toString());
          assertThatExceptionOfType(DataInvalid.class)
              .isThrownBy(() -> lake.tips(Namespace.XMR))
              .withMessageContaining(file.toString());
        }
      }
      Files.write(file, whole);
    }
    Lake.open(folder).close();
  }

  @Test
  void aLostMarkIsSaidByReadersAndPutBackByWhoWrites() throws IOException {
    write();
    Path mark = folder.resolve(LakeVersion.FILE);
    Files.delete(mark);
    assertThatExceptionOfType(DataInvalid.class)
        .isThrownBy(() -> Lake.openExisting(folder))
        .withMessageContaining(mark.toString())
        .withMessageContaining("ringlight migrate");
    assertThat(mark).doesNotExist();
    assertThat(blocks()).isEqualTo(51);
    assertThat(mark).hasContent("schema=" + LakeVersion.CURRENT);
  }

  @Test
  void migratePutsALostMarkBackForTheVersionTheTablesAreOf() throws IOException {
    UpgradeTest.writeAsVersionOneDid(folder);
    Path mark = folder.resolve(LakeVersion.FILE);
    Files.delete(mark);
    Migrations.next(folder).orElseThrow().run(said -> {});
    assertThat(mark).hasContent("schema=1");
    Files.delete(mark);
    assertThatExceptionOfType(ConfigurationInvalid.class)
        .isThrownBy(() -> Lake.open(folder))
        .withMessageContaining("version '1'");
  }

  @Test
  void aMarkWithoutAVersionIsDamage() throws IOException {
    write();
    for (String text : List.of("", "schema=", "schema=two", "\0\0\0\0")) {
      Path mark = Files.writeString(folder.resolve(LakeVersion.FILE), text);
      assertThatExceptionOfType(DataInvalid.class)
          .isThrownBy(() -> Lake.open(folder))
          .withMessageContaining(mark.toString())
          .withMessageContaining("ringlight migrate");
      Migrations.next(folder).orElseThrow().run(said -> {});
      assertThat(Migrations.next(folder)).isEqualTo(Optional.empty());
      assertThat(blocks()).isEqualTo(51);
    }
  }

  private void write() {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 50);
    }
  }

  private Path one(String part, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().contains(part) && file.toString().contains(name))
          .filter(Files::isRegularFile)
          .findFirst()
          .orElseThrow()
          .toRealPath();
    }
  }
}
