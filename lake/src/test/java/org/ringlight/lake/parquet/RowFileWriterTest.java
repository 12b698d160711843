package org.ringlight.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.SampleChain;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.table.RingRow;

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
}
