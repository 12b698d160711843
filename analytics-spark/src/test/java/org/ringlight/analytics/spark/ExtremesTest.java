package org.ringlight.analytics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.SampleFindings;
import org.ringlight.lake.Writer;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.FindingId;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.QuarantineRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/** The smallest and largest values that every column can have. */
class ExtremesTest {

  private static final byte[] FULL = full(32);
  private static final PublicKey KEY = PublicKey.of(FULL);
  private static final KeyImage IMAGE = KeyImage.of(FULL);

  @TempDir Path folder;

  private static byte[] full(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) 0xff);
    return bytes;
  }

  private static BlockRow block() {
    return new BlockRow(
        0,
        BlockHash.of(FULL),
        BlockHash.of(new byte[32]),
        Long.MAX_VALUE,
        Integer.MAX_VALUE,
        0,
        0xffff_ffffL,
        TxHash.of(FULL),
        Integer.MAX_VALUE,
        Long.MAX_VALUE,
        -1,
        Long.MAX_VALUE);
  }

  private static TransactionRow transaction(long id, long unlockTime, int extra, int keys) {
    return new TransactionRow(
        id,
        0,
        Integer.MAX_VALUE,
        TxHash.of(FULL),
        id == 0,
        Integer.MAX_VALUE,
        id == 1 ? Integer.MIN_VALUE : null,
        unlockTime,
        id == 1 ? Long.MAX_VALUE : null,
        Long.MAX_VALUE,
        0,
        0,
        full(extra),
        Collections.nCopies(keys, KEY),
        id == 1 ? new byte[0] : null,
        id == 1 ? "" : null,
        null);
  }

  private static OutputRow output(
      long id, long space, @Nullable Long value, @Nullable Integer viewTag) {
    return new OutputRow(
        id, 0, 0, (int) id, space, Long.MAX_VALUE, value, KEY, null, viewTag, full((int) id));
  }

  private void write(Lake lake) {
    long[] many = LongStream.range(0, 100_000).toArray();
    try (Writer writer = lake.writer(Namespace.XMR);
        Commit commit = writer.begin()) {
      commit.append(BlockRow.TABLE, block());
      commit.append(TransactionRow.TABLE, transaction(0, Long.MIN_VALUE, 100_000, 1000));
      commit.append(TransactionRow.TABLE, transaction(1, -1, 0, 0));
      commit.append(TransactionRow.TABLE, transaction(2, Long.MAX_VALUE, 1, 1));
      commit.append(OutputRow.TABLE, output(0, -1, -1L, 0));
      commit.append(OutputRow.TABLE, output(1, Long.MIN_VALUE, Long.MIN_VALUE, 255));
      commit.append(OutputRow.TABLE, output(2, Long.MAX_VALUE, 0L, null));
      commit.append(OutputRow.TABLE, output(3, 0, null, 1));
      for (RingRow ring :
          List.of(
              new RingRow(0, 0, 0, 0, -1, IMAGE, new long[0], new long[0], null),
              new RingRow(1, 0, 0, 0, 0, IMAGE, new long[0], null, Commitment.of(FULL)),
              new RingRow(2, 0, 0, 0, 0, IMAGE, many, many, null),
              new RingRow(
                  3, 0, 0, 0, 0, IMAGE, new long[] {-1, 0}, new long[] {RingRow.NO_ID, 0}, null))) {
        commit.append(RingRow.TABLE, ring);
      }
      commit.append(
          QuarantineRow.TABLE,
          new QuarantineRow(0, null, null, "", "", new byte[0], Long.MIN_VALUE));
      commit.append(
          QuarantineRow.TABLE,
          new QuarantineRow(
              0,
              BlockHash.of(FULL),
              TxHash.of(FULL),
              "a\u0000b 🙂 'quoted' \"too\"",
              "x".repeat(10_000),
              full(3_000_000),
              Long.MAX_VALUE));
      commit.commit(0, BlockHash.of(FULL));
    }
  }

  private static ClaimRow claim(long number, long height, int size, double... probabilities) {
    return new ClaimRow(
        number,
        FindingId.at(FULL, 0),
        "",
        "x".repeat(10_000),
        "",
        "größer 🙂",
        "weights",
        Collections.nCopies(size, IMAGE),
        size == 0 ? null : -1L,
        LongStream.range(0, size).toArray(),
        Collections.nCopies(size, KEY),
        probabilities,
        "statistical",
        size == 0 ? null : "",
        Collections.nCopies(size, FindingId.at(FULL, 0)),
        Collections.nCopies(size, ""),
        Integer.MAX_VALUE,
        height,
        Long.MAX_VALUE,
        BlockHash.of(FULL));
  }

  private static void writeFindings(Lake lake) {
    SampleFindings.commitAll(lake);
    try (Writer writer = lake.writer(Namespace.FINDINGS);
        Commit commit = writer.begin()) {
      commit.append(ClaimRow.TABLE, claim(100, 30, 0));
      commit.append(
          ClaimRow.TABLE,
          claim(101, 22, 5, 0.1, Double.MIN_VALUE, Double.MAX_VALUE, 1.0 / 3, -0.0));
      commit.append(ClaimRow.TABLE, claim(Long.MAX_VALUE, 29, 1000, new double[1000]));
      commit.commit(30, BlockHash.of(FULL));
    }
  }

  @Test
  void heightsInAnyOrderAreCutAlike() throws SQLException {
    try (Lake lake = Lake.open(folder)) {
      writeFindings(lake);
      for (long height : new long[] {-1, 0, 7, 10, 13, 22, 29, 1000}) {
        try (SqlSession duckDb = Sql.openAtHeight(lake, height);
            SparkTables spark = SparkTables.openAtHeight(SharedSpark.SESSION, lake, height)) {
          SameRows.inEveryTable(duckDb, spark);
        }
      }
    }
  }

  @Test
  void bothEnginesShowThemAlike() throws SQLException {
    try (Lake lake = Lake.open(folder)) {
      write(lake);
      writeFindings(lake);
      try (SqlSession duckDb = Sql.open(lake);
          SparkTables spark = SparkTables.open(SharedSpark.SESSION, lake)) {
        SameRows.inEveryTable(duckDb, spark);
        // columns that Iceberg reads in batches, without the lists that make it read rows
        SameRows.of(duckDb, spark, "SELECT index_space, value, view_tag FROM xmr.outputs");
        SameRows.of(duckDb, spark, "SELECT unlock_time, fee, rct_type FROM xmr.transactions");
        assertThat(
                SameRows.of(
                    duckDb,
                    spark,
                    "SELECT max(unlock_time), min(unlock_time), sum(unlock_time)"
                        + " FROM xmr.transactions WHERE unlock_time > 9223372036854775807"))
            .isEqualTo(1);
        assertThat(
                SameRows.of(
                    duckDb,
                    spark,
                    "SELECT output_id FROM xmr.outputs WHERE index_space = 18446744073709551615"
                        + " OR value < 1"))
            .isEqualTo(2);
      }
      try (SqlSession duckDb = Sql.openAtHeight(lake, 0);
          SparkTables spark = SparkTables.openAtHeight(SharedSpark.SESSION, lake, 0)) {
        SameRows.inEveryTable(duckDb, spark);
      }
    }
  }
}
