package org.ringlight.lake;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.QuarantineRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Table;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

class ExtremesTest {

  private static final byte[] FULL = full(32);

  private final Path folder;

  ExtremesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static byte[] full(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) 0xff);
    return bytes;
  }

  private <R> void roundTrips(Table<R> table, List<R> rows) {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR);
        Commit commit = writer.begin()) {
      rows.forEach(row -> commit.append(table, row));
      commit.commit(0, BlockHash.of(FULL));
      RowsAssert.same(lake.current(Namespace.XMR).orElseThrow(), table, rows);
    }
  }

  @Test
  void transactionsOfEverySize() {
    roundTrips(
        TransactionRow.TABLE,
        List.of(
            transaction(0, 100_000, 1000),
            transaction(1, 0, 0),
            transaction(2, 1, 1),
            new TransactionRow(
                3,
                0,
                Integer.MAX_VALUE,
                TxHash.of(FULL),
                false,
                Integer.MAX_VALUE,
                Integer.MIN_VALUE,
                -1,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                0,
                0,
                new byte[0],
                List.of(),
                new byte[0],
                "",
                null)));
  }

  private static TransactionRow transaction(long id, int extraBytes, int keys) {
    return new TransactionRow(
        id,
        0,
        0,
        TxHash.of(FULL),
        true,
        1,
        null,
        Long.MIN_VALUE,
        null,
        0,
        0,
        0,
        full(extraBytes),
        Collections.nCopies(keys, PublicKey.of(FULL)),
        null,
        null,
        null);
  }

  @Test
  void outputsWithAllAndWithNothing() {
    PublicKey key = PublicKey.of(FULL);
    roundTrips(
        OutputRow.TABLE,
        List.of(
            new OutputRow(0, 0, 0, 0, -1, Long.MAX_VALUE, -1L, key, null, null, null),
            new OutputRow(1, 0, 0, 1, 0, 0, 0L, key, Commitment.of(FULL), 255, new byte[64])));
  }

  @Test
  void ringsOfEverySize() {
    KeyImage image = KeyImage.of(FULL);
    long[] large = LongStream.range(0, 100_000).toArray();
    long[] unknown = {RingRow.NO_ID, 0, RingRow.NO_ID};
    roundTrips(
        RingRow.TABLE,
        List.of(
            new RingRow(0, 0, 0, 0, -1, image, new long[0], new long[0], null),
            new RingRow(1, 0, 0, 0, 0, image, new long[0], null, Commitment.of(FULL)),
            new RingRow(2, 0, 0, 0, 0, image, large, large, null),
            new RingRow(3, 0, 0, 0, 0, image, new long[] {7, 7, Long.MAX_VALUE}, unknown, null),
            new RingRow(4, 0, 0, 0, 0, image, new long[] {-1, 0}, new long[] {-1}, null)));
  }

  @Test
  void quarantineKeepsAnyBytesAndText() {
    roundTrips(
        QuarantineRow.TABLE,
        List.of(
            new QuarantineRow(0, null, null, "", "", new byte[0], Long.MIN_VALUE),
            new QuarantineRow(
                0,
                BlockHash.of(FULL),
                TxHash.of(FULL),
                "a\u0000b 🙂 'quoted' \"too\"",
                "x".repeat(10_000),
                full(3_000_000),
                Long.MAX_VALUE)));
  }
}
