package org.ringlight.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.SampleChain;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.table.MembershipRow;
import org.ringlight.lake.table.PoolRingRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Table;

class RowFileWriterTest {

  private static final int MEMBERS = 10_000;
  private static final int ROWS = 1_000;

  @Test
  void rowGroupsLeaveMemoryWhileTheFileGrows(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("rings");
    SplittableRandom random = new SplittableRandom(7);
    RingRow sample = new SampleChain(0).ring(1);
    try (RowFileWriter<RingRow> writer =
        new RowFileWriter<>(RingRow.TABLE, new LocalFiles().newOutputFile(file.toString()))) {
      for (long id = 0; id < ROWS; id++) {
        writer.write(
            new RingRow(
                id, 0, id, 0, 0, sample.keyImage(), random.longs(MEMBERS).toArray(), null, null));
      }
      assertThat(Files.size(file)).isPositive();
      assertThat(writer.finish().getBlocks()).hasSizeGreaterThan(1);
    }
    try (RowFileReader<RingRow> reader =
        new RowFileReader<>(
            RingRow.TABLE,
            new LocalFiles().newInputFile(file.toString()),
            List.of(RingRow.TABLE.cutBetween(ROWS - 2, ROWS)),
            new PageCount())) {
      assertThat(reader.next()).isNotNull().extracting(RingRow::ringId).isEqualTo(ROWS - 2L);
      assertThat(reader.next()).isNotNull().extracting(RingRow::ringId).isEqualTo(ROWS - 1L);
      assertThat(reader.next()).isNull();
    }
  }

  @Test
  void aWriterKeepsItsEncodingsWhateverOthersAreOpened(@TempDir Path folder) throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    try (RowFileWriter<PoolRingRow> rings = writer(PoolRingRow.TABLE, folder.resolve("rings"))) {
      List<BlockMetaData> groups = rings(rings, folder, random);
      assertThat(groups).hasSizeGreaterThan(1);
      for (BlockMetaData group : groups) {
        assertThat(group.getColumns())
            .filteredOn(column -> column.hasDictionaryPage())
            .as("columns with a dictionary")
            .isEmpty();
      }
    }
  }

  private static List<BlockMetaData> rings(
      RowFileWriter<PoolRingRow> rings, Path folder, SplittableRandom random) throws IOException {
    SampleChain chain = new SampleChain(0);
    try (var other = writer(MembershipRow.TABLE, folder.resolve("memberships"))) {
      for (long row = 0; row < ROWS; row++) {
        long[] members = random.longs(MEMBERS).toArray();
        PoolRingRow sample = chain.poolRing(row);
        rings.write(new PoolRingRow(row / 100, sample.txHash(), 0, 0, sample.keyImage(), members));
      }
      other.finish();
    }
    return rings.finish().getBlocks();
  }

  private static <R> RowFileWriter<R> writer(Table<R> table, Path file) throws IOException {
    return new RowFileWriter<>(table, new LocalFiles().newOutputFile(file.toString()));
  }
}
