package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.indexer.verify.CheckReport;
import org.ringlight.indexer.verify.NodeSampler;
import org.ringlight.indexer.verify.TableCheck;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.rpc.HeaderFacts;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.testing.Program;
import org.ringlight.truth.ChainTruth;
import org.ringlight.truth.TrueSpend;
import org.ringlight.truth.regtest.RegtestChain;

/** A real monerod and real wallets: what they know must be what the tables say. */
class RealNodeTest {

  @TempDir Path folder;

  @Test
  void tablesAgreeWithNodeAndWalletsAlsoAcrossAReorganisation() throws Exception {
    Program.named("monerod", "monero");
    Program.named("monero-wallet-rpc", "monero");
    Path data = folder.resolve("tables");
    try (RegtestChain chain =
            RegtestChain.start(Files.createDirectory(folder.resolve("chain")), "alice", "bob");
        NodeClient node = Nodes.connect(List.of(NodeOptions.of(chain.node().rpc())))) {
      chain.payAround(12);
      index(node, data);
      requireAgreement(node, data);
      requireTruth(chain.truth(), data);

      int depth = 6;
      chain.reorganise(depth);
      IndexReport report = index(node, data);
      assertThat(report.rolledBack()).isEqualTo(depth);
      requireAgreement(node, data);
      Path fresh = folder.resolve("fresh");
      index(node, fresh);
      assertThat(RowDigest.of(data)).isEqualTo(RowDigest.of(fresh));
    }
  }

  private static IndexReport index(NodeClient node, Path data) {
    try (Indexer indexer = new Indexer(node, data)) {
      return indexer.run(Indexing.everything());
    }
  }

  private static void requireAgreement(NodeClient node, Path data) {
    try (Lake lake = Lake.openExisting(data)) {
      Snapshot tables = lake.current(Namespace.XMR).orElseThrow();
      CheckReport check =
          new TableCheck(tables, data.resolve("scratch"))
              .run(new NodeSampler(node, tables, Integer.MAX_VALUE, 1));
      assertThat(check.problems()).isEmpty();
      assertThat(check.sampledBlocks()).isEqualTo(check.blocks());
      assertThat(check.sampledTransactions()).isEqualTo(check.transactions());
      requireHeaders(node, tables);
    }
  }

  private static void requireHeaders(NodeClient node, Snapshot tables) {
    Map<Long, Long> weights = new HashMap<>();
    try (Rows<TransactionRow> rows = tables.scan(TransactionRow.TABLE)) {
      rows.forEachRemaining(row -> weights.merge(row.height(), row.weight(), Long::sum));
    }
    try (Rows<BlockRow> rows = tables.scan(BlockRow.TABLE)) {
      while (rows.hasNext()) {
        BlockRow row = rows.next();
        HeaderFacts said = node.headers(row.height(), row.height()).get(0);
        assertThat(row.timestamp()).isEqualTo(said.timestamp());
        assertThat(row.reward()).isEqualTo(said.reward());
        assertThat(row.difficulty()).isEqualTo(said.difficulty());
        assertThat(weights.get(row.height()))
            .as("weight of block " + row.height())
            .isEqualTo(said.weight());
      }
    }
  }

  private static void requireTruth(ChainTruth truth, Path data) {
    Map<KeyImage, RingRow> rings = new HashMap<>();
    try (Lake lake = Lake.openExisting(data);
        Rows<RingRow> rows = lake.current(Namespace.XMR).orElseThrow().scan(RingRow.TABLE)) {
      rows.forEachRemaining(ring -> rings.put(ring.keyImage(), ring));
    }
    assertThat(truth.isComplete()).isTrue();
    assertThat(truth.spends()).hasSize(rings.size()).hasSizeGreaterThan(10);
    for (TrueSpend spend : truth.spends()) {
      RingRow ring = Objects.requireNonNull(rings.get(spend.keyImage()));
      assertThat(ring.indexSpace()).isEqualTo(spend.indexSpace());
      assertThat(ring.members()[spend.position()]).isEqualTo(spend.amountIndex());
    }
  }
}
