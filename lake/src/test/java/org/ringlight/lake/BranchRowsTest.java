package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.table.AltBlockRow;
import org.ringlight.lake.table.AltOutputRow;
import org.ringlight.lake.table.AltRingRow;
import org.ringlight.lake.table.AltTransactionRow;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.BranchPlace;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Table;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.TxHash;

/** Rows of branches: what goes in comes out, and no reorganisation takes them back. */
class BranchRowsTest {

  private static final SampleChain MAIN = new SampleChain(0);
  private static final SampleChain OFF = new SampleChain(1);

  @TempDir Path folder;

  private static BranchPlace place(long height) {
    return new BranchPlace(OFF.hash(1), OFF.hash(height), height, 1_700_000_000L, height % 2 == 0);
  }

  private static AltBlockRow block(long height) {
    BlockRow row = OFF.block(height);
    boolean known = height % 2 == 0;
    List<TxHash> missing = known ? List.of() : List.of(row.minerTxHash(), TxHash.of(new byte[32]));
    return new AltBlockRow(
        place(height),
        new BlockRow(
            height,
            row.hash(),
            row.previousHash(),
            row.timestamp(),
            row.major(),
            row.minor(),
            row.nonce(),
            row.minerTxHash(),
            row.txCount(),
            known ? row.weight() : BranchPlace.NOT_KNOWN,
            row.reward(),
            known ? row.difficulty() : BranchPlace.NOT_KNOWN),
        missing);
  }

  private static AltTransactionRow transaction(long number) {
    TransactionRow row = OFF.transaction(number);
    return new AltTransactionRow(
        place(row.height()),
        new TransactionRow(
            BranchPlace.NOT_KNOWN,
            row.height(),
            row.indexInBlock(),
            row.hash(),
            row.coinbase(),
            row.version(),
            row.rctType(),
            row.unlockTime(),
            row.fee(),
            row.weight(),
            row.inputCount(),
            row.outputCount(),
            row.extra(),
            row.txPublicKeys(),
            row.paymentId(),
            row.paymentIdKind(),
            row.prunableHash()));
  }

  private static AltOutputRow output(long number) {
    OutputRow row = OFF.output(number);
    return new AltOutputRow(
        place(row.height()),
        OFF.transaction(row.txId()).hash(),
        new OutputRow(
            BranchPlace.NOT_KNOWN,
            BranchPlace.NOT_KNOWN,
            row.height(),
            row.indexInTx(),
            row.indexSpace(),
            number % 3 == 0 ? BranchPlace.NOT_KNOWN : row.amountIndex(),
            row.value(),
            row.publicKey(),
            row.commitment(),
            row.viewTag(),
            row.encryptedAmount()));
  }

  private static AltRingRow ring(long number) {
    RingRow row = OFF.ring(number);
    return new AltRingRow(
        place(row.height()),
        OFF.transaction(row.txId()).hash(),
        new RingRow(
            BranchPlace.NOT_KNOWN,
            BranchPlace.NOT_KNOWN,
            row.height(),
            row.inputIndex(),
            row.indexSpace(),
            row.keyImage(),
            row.members(),
            null,
            row.pseudoOutput()));
  }

  /** Appends rows of a branch. */
  static void append(Commit commit, long from, long to) {
    for (long height = from; height <= to; height++) {
      commit.append(AltBlockRow.TABLE, block(height));
    }
    LongStream.range(2 * from, 2 * to + 2)
        .forEach(number -> commit.append(AltTransactionRow.TABLE, transaction(number)));
    LongStream.range(4 * from, 4 * to + 4)
        .forEach(number -> commit.append(AltOutputRow.TABLE, output(number)));
    LongStream.rangeClosed(from, to)
        .forEach(number -> commit.append(AltRingRow.TABLE, ring(number)));
  }

  @Test
  void comeOutAsTheyWentInWhateverTheChainDoesAndHoweverTheirFilesAreMerged() {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      MAIN.commit(writer, 0, 20);
      for (long height = 1; height <= 12; height++) {
        try (Commit commit = writer.begin()) {
          append(commit, height, height);
          commit.commit(20, MAIN.hash(20));
        }
      }
      try (Commit commit = writer.begin()) {
        commit.deleteAbove(4);
        MAIN.append(commit, 5, 30);
        commit.commit(30, MAIN.hash(30));
      }
      while (writer.compact(rows -> {})) {
        // until nothing is left to merge
      }
      Snapshot tables = lake.current(Namespace.XMR).orElseThrow();
      MAIN.assertHeldBy(tables);
      assertThat(tables.files(AltBlockRow.TABLE)).hasSizeLessThan(12);
      same(tables, AltBlockRow.TABLE, LongStream.rangeClosed(1, 12).mapToObj(i -> block(i)));
      same(
          tables,
          AltTransactionRow.TABLE,
          LongStream.rangeClosed(2, 25).mapToObj(i -> transaction(i)));
      same(tables, AltOutputRow.TABLE, LongStream.rangeClosed(4, 51).mapToObj(i -> output(i)));
      same(tables, AltRingRow.TABLE, LongStream.rangeClosed(1, 12).mapToObj(i -> ring(i)));
    }
  }

  private static <R extends Record> void same(Snapshot tables, Table<R> table, Stream<R> expected) {
    try (Rows<R> rows = tables.scan(table)) {
      assertThat(rows.stream().map(BranchRowsTest::text))
          .as("%s", table)
          .containsExactlyElementsOf(expected.map(BranchRowsTest::text).toList());
    }
  }

  /** A row and the row in it. */
  static String text(Record row) {
    StringBuilder text = new StringBuilder();
    for (var component : row.getClass().getRecordComponents()) {
      text.append(component.getName()).append('=').append(text(value(row, component))).append(';');
    }
    return text.toString();
  }

  private static String text(@Nullable Object value) {
    return value instanceof Record part ? text(part) : Arrays.deepToString(new Object[] {value});
  }

  private static @Nullable Object value(Record row, RecordComponent component) {
    try {
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
