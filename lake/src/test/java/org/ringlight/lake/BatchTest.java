package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.table.Batch;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.RowSink;
import org.ringlight.lake.table.Selection;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/** Columns as arrays say what whole rows say. */
class BatchTest {

  private static final SampleChain CHAIN = new SampleChain(0);

  private final Path folder;

  BatchTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Lake lake() {
    Lake lake = Lake.open(folder);
    try (Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 700);
      CHAIN.commit(writer, 701, 710);
      CHAIN.commit(writer, 711, 1500);
    }
    return lake;
  }

  private static String text(RingRow row) {
    long[] ids = row.memberIds() == null ? new long[0] : row.memberIds();
    return text(
        row.inputIndex(), row.height(), row.indexSpace(), row.keyImage(), ids, row.members());
  }

  private static String text(
      int input, long height, long space, KeyImage image, long[] ids, long[] members) {
    return input
        + " "
        + height
        + " "
        + space
        + " "
        + image
        + " "
        + Arrays.toString(ids)
        + Arrays.toString(members);
  }

  private static List<String> rings(Snapshot tables, List<Selection<RingRow>> selections) {
    List<String> rows = new ArrayList<>();
    try (Batches batches =
        tables.batches(
            RingRow.TABLE,
            selections,
            "member_ids",
            "key_image",
            "members",
            "input_index",
            "height",
            "index_space")) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        for (int row = 0; row < batch.size(); row++) {
          rows.add(
              text(
                  batch.int32("input_index")[row],
                  batch.int64("height")[row],
                  batch.int64("index_space")[row],
                  KeyImage.at(batch.bytes32("key_image"), 32 * row),
                  batch.int64Lists("member_ids").row(row),
                  batch.int64Lists("members").row(row)));
        }
      }
    }
    return rows;
  }

  private static List<String> expected(Snapshot tables, List<Selection<RingRow>> selections) {
    try (Stream<RingRow> rows = tables.find(RingRow.TABLE, selections).stream()) {
      return rows.map(BatchTest::text).toList();
    }
  }

  @Test
  void everyRowIsThereInItsOrder() {
    try (Lake lake = lake();
        Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      List<String> rows = expected(tables, List.of());
      assertThat(rows).hasSize(1501);
      assertThat(rings(tables, List.of())).isEqualTo(rows);
      try (Batches keys = tables.batches(OutputRow.TABLE, "public_key")) {
        long output = 0;
        while (keys.hasNext()) {
          Batch batch = keys.next();
          for (int row = 0; row < batch.size(); row++) {
            assertThat(PublicKey.at(batch.bytes32("public_key"), 32 * row))
                .isEqualTo(CHAIN.output(output++).publicKey());
          }
        }
        assertThat(output).isEqualTo(4 * 1501);
      }
    }
  }

  @Test
  void onlyWantedRowsAreGivenAndFilesWithoutThemAreNotRead() throws IOException {
    try (Lake lake = lake();
        Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      for (List<Selection<RingRow>> selections :
          List.of(
              List.of(RingRow.TABLE.cutBetween(699, 715)),
              List.of(RingRow.TABLE.keyOneOf(3, 702, 1400, 9999)),
              List.of(RingRow.TABLE.cutBetween(5, 1400), RingRow.TABLE.keyBetween(1399, 2000)),
              List.of(RingRow.TABLE.cutBetween(5000, 6000)))) {
        assertThat(rings(tables, selections)).isEqualTo(expected(tables, selections));
      }
      Files.delete(Path.of(tables.files(RingRow.TABLE).get(0)));
      assertThat(rings(tables, List.of(RingRow.TABLE.cutBetween(701, 1600)))).hasSize(800);
      assertThatExceptionOfType(DataInvalid.class)
          .isThrownBy(() -> rings(tables, List.of()))
          .withMessageContaining(".parquet");
    }
  }

  /** Lists long and short, so that levels come in runs and in groups and pages end anywhere. */
  @Test
  void listsOfEverySizeAcrossPagesAndRowGroups() {
    SplittableRandom random = new SplittableRandom(11);
    try (Lake lake = Lake.open(folder)) {
      try (Writer writer = lake.writer(Namespace.XMR);
          Commit commit = writer.begin()) {
        for (long i = 0; i < 60_000; i++) {
          commit.change(RingRow.TABLE).append(ring(i, random));
        }
        commit.commit(60_000, CHAIN.hash(1));
      }
      try (Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
        assertThat(tables.live(RingRow.TABLE).get(0).rowGroups()).hasSizeGreaterThan(1);
        requireSame(tables);
      }
    }
  }

  private static RingRow ring(long i, SplittableRandom random) {
    int size =
        switch (random.nextInt(10)) {
          case 0 -> 0;
          case 1 -> 1;
          case 2 -> random.nextInt(300);
          default -> 11;
        };
    long[] members = random.longs(size, 0, Long.MAX_VALUE).toArray();
    boolean known = i < 20_000 || random.nextInt(50) > 0;
    long[] ids = known ? members.clone() : null;
    if (ids != null && size > 0 && i >= 40_000) {
      ids[random.nextInt(size)] = RingRow.NO_ID;
    }
    return new RingRow(
        i, i, i / 10, 0, -i, KeyImage.of(CHAIN.hash(i).toBytes()), members, ids, null);
  }

  private static void requireSame(Snapshot tables) {
    try (Rows<RingRow> rows = tables.scan(RingRow.TABLE);
        Batches batches = tables.batches(RingRow.TABLE, "ring_id", "members", "member_ids")) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        for (int i = 0; i < batch.size(); i++) {
          RingRow row = rows.next();
          assertThat(batch.int64("ring_id")[i]).isEqualTo(row.ringId());
          assertThat(batch.int64Lists("members").row(i)).isEqualTo(row.members());
          assertThat(batch.int64Lists("member_ids").row(i))
              .isEqualTo(row.memberIds() == null ? new long[0] : row.memberIds());
        }
      }
      assertThat(rows.hasNext()).isFalse();
    }
  }

  /** Texts of a few kinds and of all kinds, truth values, and longs that are absent. */
  @Test
  void textsTruthValuesAndWhatIsAbsent() {
    SplittableRandom random = new SplittableRandom(12);
    List<BitcoinInputRow> inputs = new ArrayList<>();
    List<BitcoinAddressRow> addresses = new ArrayList<>();
    for (long i = 0; i < 60_000; i++) {
      inputs.add(input(i, random));
      addresses.add(new BitcoinAddressRow(i, 1, "address " + i + "é".repeat((int) i % 40), "p2pk"));
    }
    try (Lake lake = Lake.open(folder)) {
      try (Writer writer = lake.writer(Namespace.BTC);
          Commit commit = writer.begin()) {
        inputs.forEach(row -> commit.append(BitcoinInputRow.TABLE, row));
        addresses.forEach(row -> commit.append(BitcoinAddressRow.TABLE, row));
        commit.commit(60_000, CHAIN.hash(1));
      }
      try (Snapshot tables = lake.current(Namespace.BTC).orElseThrow()) {
        assertThat(columns(tables, List.of())).isEqualTo(text(inputs));
        assertThat(columns(tables, List.of(BitcoinInputRow.TABLE.keyBetween(30_000, 30_999))))
            .isEqualTo(text(inputs.subList(30_000, 31_000)));
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(
                () -> columns(tables, List.of(new Selection.Between<>("value", row -> 1, -1, 5))))
            .withMessageContaining("value");
        try (Batches batches = tables.batches(BitcoinAddressRow.TABLE, "address")) {
          Iterator<BitcoinAddressRow> expected = addresses.iterator();
          while (batches.hasNext()) {
            Batch batch = batches.next();
            for (int row = 0; row < batch.size(); row++) {
              assertThat(batch.texts("address").of(row)).isEqualTo(expected.next().address());
            }
          }
          assertThat(expected.hasNext()).isFalse();
        }
      }
    }
  }

  private static BitcoinInputRow input(long i, SplittableRandom random) {
    boolean known = i < 10_000 || random.nextInt(3) > 0;
    Long value = known ? random.nextLong(1L << 50) : null;
    String script = known ? List.of("p2pkh", "p2wpkh", "p2tr").get(random.nextInt(3)) : null;
    TxHash hash = TxHash.of(CHAIN.hash(i).toBytes());
    return new BitcoinInputRow(
        i, i, i, 0, hash, 0, value, value, value, script, 0, random.nextInt(5) > 0, null);
  }

  private static List<String> text(List<BitcoinInputRow> rows) {
    return rows.stream()
        .map(
            row ->
                row.inputId() + " " + row.value() + " " + row.scriptType() + " " + row.signsAll())
        .toList();
  }

  private static List<String> columns(
      Snapshot tables, List<Selection<BitcoinInputRow>> selections) {
    List<String> rows = new ArrayList<>();
    try (Batches batches =
        tables.batches(
            BitcoinInputRow.TABLE, selections, "value", "script_type", "signs_all", "input_id")) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        for (int row = 0; row < batch.size(); row++) {
          long value = batch.int64("value")[row];
          rows.add(
              batch.int64("input_id")[row]
                  + " "
                  + (value == RowSink.ABSENT ? "null" : value)
                  + " "
                  + batch.texts("script_type").of(row)
                  + " "
                  + batch.bool("signs_all")[row]);
        }
      }
    }
    return rows;
  }

  @Test
  void changedByteIsDamage() throws IOException {
    try (Lake lake = lake();
        Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      Path file = Path.of(tables.files(RingRow.TABLE).get(0));
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 3] ^= 1;
      Files.delete(file);
      Files.write(file, bytes);
      assertThatExceptionOfType(DataInvalid.class)
          .isThrownBy(() -> rings(tables, List.of()))
          .withMessageContaining(file.toString());
    }
  }

  @Test
  void columnsThatDoNotComeAsArraysAreRefused() {
    try (Lake lake = lake();
        Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      for (String column : List.of("pseudo_output", "nothing")) {
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> tables.batches(RingRow.TABLE, column))
            .withMessageContaining(column);
      }
      try (Batches batches = tables.batches(RingRow.TABLE, "height")) {
        Batch batch = batches.next();
        assertThatExceptionOfType(IllegalArgumentException.class)
            .isThrownBy(() -> batch.int64("ring_id"))
            .withMessageContaining("not asked for");
      }
    }
  }
}
