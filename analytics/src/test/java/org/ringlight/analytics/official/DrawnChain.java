package org.ringlight.analytics.official;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.QuarantineRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/** A chain drawn by hand, a block to a transaction: what {@link ChainRows} needs of it. */
final class DrawnChain {

  @SuppressWarnings("ArrayRecordComponent") // drawn, never compared
  private record Ring(long space, long[] members) {}

  private record Made(long space, ChainRows.Tagging tagging) {}

  private record Transaction(List<Ring> rings, List<Made> outputs) {}

  private final List<Transaction> transactions = new ArrayList<>();

  /** Outputs before all others of an index space are missing. */
  private int missing;

  private boolean unread;

  /** A transaction that spends nothing and makes outputs. */
  DrawnChain outputs(long space, int count) {
    return transaction().makes(space, count, ChainRows.Tagging.UNTAGGED);
  }

  /** The same with view tags. */
  DrawnChain taggedOutputs(long space, int count) {
    return transaction().makes(space, count, ChainRows.Tagging.TAGGED);
  }

  /** A transaction of one ring that makes nothing. */
  DrawnChain ring(long space, long... members) {
    return transaction().spends(space, members);
  }

  /** A transaction that spends and makes what is said next. */
  DrawnChain transaction() {
    transactions.add(new Transaction(new ArrayList<>(), new ArrayList<>()));
    return this;
  }

  DrawnChain spends(long space, long... members) {
    last().rings.add(new Ring(space, members));
    return this;
  }

  DrawnChain makes(long space, int count, ChainRows.Tagging tagging) {
    for (int i = 0; i < count; i++) {
      last().outputs.add(new Made(space, tagging));
    }
    return this;
  }

  /** From an output on whose names are one too high. */
  DrawnChain withoutFirstOutput() {
    missing = 1;
    return this;
  }

  /** With a transaction in the last block that could not be read. */
  DrawnChain withUnread() {
    unread = true;
    return this;
  }

  private Transaction last() {
    return transactions.get(transactions.size() - 1);
  }

  /** What is marked, {@code SPACE:INDEX rule}, by way of new tables that begin at a height. */
  List<String> marksThroughTables(Path folder, long fromHeight) {
    try (Lake lake = Lake.open(folder)) {
      new Rows(fromHeight).write(lake);
      try (Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
        return words(OfficialRules.run(tables, (rings, of) -> {}));
      }
    }
  }

  /** The same without tables. */
  List<String> marks() {
    return words(run());
  }

  OfficialMarks run() {
    FirstPass pass = new FirstPass(rings());
    read(pass);
    return pass.marks();
  }

  static List<String> words(OfficialMarks marks) {
    List<String> words = new ArrayList<>();
    marks.forEach(
        (space, index, rule) -> words.add(new OutputName(space, index) + " " + rule.word()));
    return words;
  }

  /** Shows the chain as its tables would be read. */
  void read(ChainRows.Reader reader) {
    Counts made = new Counts();
    for (Transaction transaction : transactions) {
      transaction.rings.forEach(ring -> reader.ring(ring.space, ring.members));
      transaction.outputs.forEach(
          output -> reader.output(output.space, made.next(output.space), output.tagging));
    }
  }

  private long rings() {
    return transactions.stream().mapToLong(transaction -> transaction.rings.size()).sum();
  }

  /** Numbers outputs of each index space. */
  static final class Counts {
    private final Map<Long, Long> counts = new HashMap<>();

    long next(long space) {
      return counts.merge(space, 1L, Long::sum) - 1;
    }

    long of(long space) {
      return counts.getOrDefault(space, 0L);
    }
  }

  /** Writes the rows, in two commits. */
  private final class Rows {
    private final long fromHeight;
    private final Counts made = new Counts();
    private long outputs;
    private long rings;

    Rows(long fromHeight) {
      this.fromHeight = fromHeight;
    }

    void write(Lake lake) {
      int half = transactions.size() / 2;
      try (Writer writer = lake.writer(Namespace.XMR)) {
        write(writer, 0, half);
        write(writer, half, transactions.size());
      }
    }

    private void write(Writer writer, int from, int to) {
      if (from == to) {
        return;
      }
      try (Commit commit = writer.begin()) {
        for (int tx = from; tx < to; tx++) {
          write(commit, tx);
        }
        if (unread && to == transactions.size()) {
          commit.append(
              QuarantineRow.TABLE,
              new QuarantineRow(to - 1, null, null, "tx 7", "odd", new byte[9], 0));
        }
        commit.commit(fromHeight + to - 1, BlockHash.of(bytes(to - 1)));
      }
    }

    private void write(Commit commit, int tx) {
      long height = fromHeight + tx;
      commit.append(
          BlockRow.TABLE,
          new BlockRow(
              height,
              BlockHash.of(bytes(tx)),
              BlockHash.of(bytes(tx - 1)),
              120L * tx,
              1,
              0,
              0,
              TxHash.of(bytes(tx)),
              0,
              0,
              0,
              1));
      int input = 0;
      for (Ring ring : transactions.get(tx).rings) {
        commit.append(
            RingRow.TABLE,
            new RingRow(
                rings,
                tx,
                height,
                input++,
                ring.space,
                KeyImage.of(bytes(rings)),
                ring.members,
                null,
                null));
        rings++;
      }
      int output = 0;
      for (Made one : transactions.get(tx).outputs) {
        commit.append(
            OutputRow.TABLE,
            new OutputRow(
                outputs,
                tx,
                height,
                output++,
                one.space,
                made.next(one.space) + missing,
                null,
                PublicKey.of(bytes(outputs)),
                null,
                one.tagging == ChainRows.Tagging.TAGGED ? 7 : null,
                null));
        outputs++;
      }
    }

    private static byte[] bytes(long number) {
      byte[] bytes = new byte[32];
      for (int i = 0; i < 8; i++) {
        bytes[i] = (byte) (number >> (8 * i));
      }
      return bytes;
    }
  }
}
