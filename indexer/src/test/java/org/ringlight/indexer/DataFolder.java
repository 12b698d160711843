package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ringlight.indexer.pipeline.CommitDue;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.indexer.pipeline.Unreadable;
import org.ringlight.indexer.verify.CheckReport;
import org.ringlight.indexer.verify.TableCheck;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.PoolTransactionRow;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.Retries;

/** A data directory of a test: what brings it up to date and what looks at it. */
record DataFolder(Path path) {

  /** A commit for each page. */
  static final CommitDue OFTEN = new CommitDue(1, 1, Duration.ofDays(1));

  static final Indexing QUARANTINING = new Indexing(OptionalLong.empty(), Unreadable.QUARANTINE);

  /** A client that soon gives up. */
  static NodeClient impatient(URI node) {
    return Nodes.connect(
        List.of(
            NodeOptions.of(node)
                .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMillis(1500))
                .withRetries(new Retries(2, Duration.ofMillis(10), Duration.ofMillis(20)))));
  }

  /** Everything up to the tip. */
  IndexReport index(URI node) {
    return index(node, Indexing.everything());
  }

  /** Everything up to {@code height}. */
  IndexReport indexTo(URI node, long height) {
    return index(node, new Indexing(OptionalLong.of(height), Unreadable.STOP));
  }

  IndexReport index(URI node, Indexing wanted) {
    return index(node, wanted, CommitDue.ORDINARY);
  }

  IndexReport index(URI node, Indexing wanted, CommitDue due) {
    try (NodeClient client = Nodes.connect(List.of(NodeOptions.of(node)));
        Indexer indexer = new Indexer(client, path, due)) {
      return indexer.run(wanted);
    }
  }

  /** Everything up to the tip, from a node that may be in trouble. */
  IndexReport indexImpatiently(URI node) {
    try (NodeClient client = impatient(node);
        Indexer indexer = new Indexer(client, path)) {
      return indexer.run(Indexing.everything());
    }
  }

  /** Looks at what the last commit left. */
  <T> T look(Function<Snapshot, T> question) {
    try (Lake lake = Lake.open(path)) {
      return question.apply(lake.current(Namespace.XMR).orElseThrow());
    }
  }

  RowDigest digest() {
    return look(RowDigest::of);
  }

  <R> List<R> rows(Table<R> table) {
    if (height() < 0) {
      return List.of();
    }
    return look(
        tables -> {
          try (Rows<R> rows = tables.scan(table)) {
            return rows.stream().toList();
          }
        });
  }

  /** The last height; -1 before the first commit. */
  long height() {
    try (Lake lake = Lake.open(path)) {
      return lake.tip(Namespace.XMR).map(Tip::height).orElse(-1L);
    }
  }

  /** The stays of a transaction in the pool. */
  List<PoolTransactionRow> stays(TxHash hash) {
    return rows(PoolTransactionRow.TABLE).stream().filter(row -> row.hash().equals(hash)).toList();
  }

  CheckReport check() {
    return look(tables -> new TableCheck(tables, path.resolve("scratch")).run());
  }

  /**
   * Only whole commits can be seen, up to block {@code height}, and after the next writer nothing
   * else is there.
   */
  void assertWholeUpTo(long height) {
    try (Lake lake = Lake.open(path)) {
      assertThat(lake.tip(Namespace.XMR).map(Tip::height).orElse(-1L)).isEqualTo(height);
      lake.writer(Namespace.XMR).close();
      Set<String> known = new HashSet<>();
      for (Tip tip : lake.tips(Namespace.XMR)) {
        for (Table<?> table : Namespace.XMR.tables()) {
          lake.at(Namespace.XMR, tip).files(table).forEach(file -> known.add(name(file)));
        }
      }
      assertThat(dataFiles()).allSatisfy(file -> assertThat(known).contains(name(file)));
      lake.current(Namespace.XMR)
          .map(tables -> new TableCheck(tables, path.resolve("scratch")).run())
          .ifPresent(check -> assertThat(check.problems()).isEmpty());
    }
  }

  private static String name(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  private List<String> dataFiles() {
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .map(Path::toString)
          .filter(file -> file.endsWith(".parquet") && !file.contains("/tips/"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of the map of output ids. */
  Map<Path, byte[]> ids() {
    try (Stream<Path> files = Files.list(path.resolve("ids"))) {
      Map<Path, byte[]> ids = new HashMap<>();
      for (Path file : files.toList()) {
        ids.put(file, Files.readAllBytes(file));
      }
      return ids;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the map of output ids back as it was. */
  void setIds(Map<Path, byte[]> ids) {
    deleteIds();
    try {
      Files.createDirectories(path.resolve("ids"));
      for (Map.Entry<Path, byte[]> file : ids.entrySet()) {
        Files.write(file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the map of output ids, which is derived. */
  void deleteIds() {
    try (Stream<Path> files = Files.walk(path.resolve("ids"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
