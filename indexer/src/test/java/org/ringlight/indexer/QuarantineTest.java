package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.verify.CheckReport;
import org.ringlight.indexer.verify.TableCheck;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.QuarantineRow;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.recording.HostileNode;
import org.ringlight.rpc.recording.Trick;

/**
 * Transactions that cannot be read are kept as bytes, and everything else goes on as if they were.
 */
class QuarantineTest {

  /** A block of the small chain that holds transactions. */
  private static final long SPENDING = 122;

  @TempDir Path folder;

  @Test
  void bytesAndReasonAreKeptAndTheRestIsWhole() throws IOException {
    try (HostileNode node = HostileNode.playing(HostileNode.smallChain(), 20)) {
      node.play(Trick.transactionBitFlipped(SPENDING));
      assertThatThrownBy(() -> index(node, Unreadable.STOP, OptionalLong.empty()))
          .isInstanceOf(DataInvalid.class)
          .hasMessageContaining("height " + SPENDING);

      IndexReport report = index(node, Unreadable.QUARANTINE, OptionalLong.of(SPENDING));
      assertThat(report.quarantined()).isPositive();
      deleteIds();
      node.play(Trick.none());
      index(node, Unreadable.QUARANTINE, OptionalLong.empty());

      try (Lake lake = Lake.openExisting(folder)) {
        Snapshot tables = lake.current(Namespace.XMR).orElseThrow();
        assertThat(tables.tip().height()).isEqualTo(123);
        try (Rows<QuarantineRow> rows = tables.scan(QuarantineRow.TABLE)) {
          QuarantineRow row = rows.next();
          assertThat(row.height()).isEqualTo(SPENDING);
          assertThat(row.reason()).isNotEmpty();
          assertThat(row.bytes()).hasSizeGreaterThan(1000);
        }
        CheckReport check = new TableCheck(tables, folder.resolve("scratch")).run();
        assertThat(check.problems()).isEmpty();
        assertThat(check.quarantined()).isEqualTo(report.quarantined());
      }
    }
  }

  private IndexReport index(HostileNode node, Unreadable unreadable, OptionalLong to) {
    try (NodeClient client = Nodes.connect(List.of(NodeOptions.of(node.uri())));
        Indexer indexer = new Indexer(client, folder)) {
      return indexer.run(new Indexing(to, unreadable));
    }
  }

  private void deleteIds() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("ids"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
