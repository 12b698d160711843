package org.ringlight.indexer.bitcoin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.ringlight.indexer.RowDigest;
import org.ringlight.indexer.pipeline.CommitDue;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.indexer.pipeline.Unreadable;
import org.ringlight.indexer.verify.BitcoinCheckReport;
import org.ringlight.indexer.verify.BitcoinTableCheck;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;
import org.ringlight.rpc.bitcoin.BitcoinBlocks;

/** A data directory of a test: what brings Bitcoin's tables up to date and what looks at them. */
record BitcoinFolder(Path path) {

  /** A commit for each page. */
  static final CommitDue OFTEN = new CommitDue(1, 1, Duration.ofDays(1));

  static final Indexing QUARANTINING = new Indexing(OptionalLong.empty(), Unreadable.QUARANTINE);

  IndexReport index(BitcoinBlocks source) {
    return index(source, Indexing.everything());
  }

  IndexReport indexTo(BitcoinBlocks source, long height) {
    return index(source, new Indexing(OptionalLong.of(height), Unreadable.STOP));
  }

  IndexReport index(BitcoinBlocks source, Indexing wanted) {
    try (BitcoinIndexer indexer = new BitcoinIndexer(source, Lake.open(path), CommitDue.ORDINARY)) {
      return indexer.run(wanted);
    }
  }

  /** Looks at what the last commit left. */
  <T> T look(Function<Snapshot, T> question) {
    try (Lake lake = Lake.open(path);
        Snapshot tables = lake.current(Namespace.BTC).orElseThrow()) {
      return question.apply(tables);
    }
  }

  /** The last height. */
  long height() {
    Long height = look(tables -> tables.tip().height());
    return height;
  }

  RowDigest digest() {
    return look(RowDigest::of);
  }

  <R> List<R> rows(Table<R> table) {
    return look(
        tables -> {
          try (Rows<R> rows = tables.scan(table)) {
            return rows.stream().toList();
          }
        });
  }

  BitcoinCheckReport check(BitcoinBlocks source) {
    return look(
        tables -> new BitcoinTableCheck(tables, source.network(), path.resolve("scratch")).run());
  }
}
