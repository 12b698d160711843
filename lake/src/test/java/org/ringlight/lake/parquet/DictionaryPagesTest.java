package org.ringlight.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import org.apache.iceberg.io.InputFile;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.SampleChain;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.table.Batch;
import org.ringlight.lake.table.MembershipRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.Bytes32;

/** Columns with dictionaries, as files have that were written beside others by earlier versions. */
class DictionaryPagesTest {

  private static final int ROWS = 20_000;
  private static final SampleChain CHAIN = new SampleChain(0);

  private final Path folder;

  DictionaryPagesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private <R> BlockMetaData write(Table<R> table, LongFunction<R> row) throws IOException {
    ParquetProperties dictionaries =
        ParquetProperties.builder()
            .withWriterVersion(WriterVersion.PARQUET_1_0)
            .withDictionaryEncoding(true)
            .build();
    try (RowFileWriter<R> writer =
        new RowFileWriter<>(
            table,
            new LocalFiles().newOutputFile(folder.resolve("file").toString()),
            dictionaries)) {
      for (long number = 0; number < ROWS; number++) {
        writer.write(row.apply(number));
      }
      BlockMetaData group = writer.finish().getBlocks().get(0);
      assertThat(group.getColumns())
          .filteredOn(ColumnChunkMetaData::hasDictionaryPage)
          .hasSizeGreaterThan(1);
      return group;
    }
  }

  private InputFile file() {
    return new LocalFiles().newInputFile(folder.resolve("file").toString());
  }

  /** Few different values, then so many that the dictionary is given up. */
  private static long few(long number) {
    return number < ROWS / 2 ? number % 37 : 31 * number;
  }

  private static RingRow ring(long number) {
    RingRow sample = CHAIN.ring(number % 200);
    long[] ids = {few(number), RingRow.NO_ID, number % 3};
    return new RingRow(
        number,
        few(number),
        number / 100,
        (int) (number % 5),
        -few(number),
        sample.keyImage(),
        sample.members(),
        number % 4 == 0 ? null : ids,
        null);
  }

  @Test
  void arraysSayWhatWasWritten() throws IOException {
    BlockMetaData group = write(RingRow.TABLE, DictionaryPagesTest::ring);
    Batch batch =
        new BatchReader<>(
                RingRow.TABLE,
                List.of("tx_id", "height", "input_index", "key_image", "members", "member_ids"),
                List.of())
            .read(file(), group.getStartingPos());
    assertThat(batch.size()).isEqualTo(ROWS);
    Batch.LongLists members = batch.int64Lists("members");
    Batch.LongLists ids = batch.int64Lists("member_ids");
    byte[] images = batch.bytes32("key_image");
    for (int row = 0; row < ROWS; row++) {
      RingRow expected = ring(row);
      assertThat(batch.int64("tx_id")[row]).isEqualTo(expected.txId());
      assertThat(batch.int64("height")[row]).isEqualTo(expected.height());
      assertThat(batch.int32("input_index")[row]).isEqualTo(expected.inputIndex());
      assertThat(Arrays.copyOfRange(images, 32 * row, 32 * row + Bytes32.LENGTH))
          .isEqualTo(expected.keyImage().toBytes());
      assertThat(members.row(row)).isEqualTo(expected.members());
      assertThat(ids.row(row))
          .isEqualTo(expected.memberIds() == null ? new long[0] : expected.memberIds());
    }
  }

  @Test
  void rowsOfNumbersSayWhatWasWritten() throws IOException {
    write(MembershipRow.TABLE, n -> new MembershipRow(few(n), n / 7, (int) (n % 11)));
    try (RowFileReader<MembershipRow> reader =
        new RowFileReader<>(MembershipRow.TABLE, file(), List.of(), new PageCount())) {
      for (long n = 0; n < ROWS; n++) {
        assertThat(reader.next()).isEqualTo(new MembershipRow(few(n), n / 7, (int) (n % 11)));
      }
      assertThat(reader.next()).isNull();
    }
  }
}
