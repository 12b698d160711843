package org.ringlight.truth.regtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.cli.demo.BundledChain;
import org.ringlight.indexer.Indexer;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.OutputName;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.recording.RecordedNode;
import org.ringlight.truth.KnownOutput;
import org.ringlight.truth.TruthFiles;

/** The bundled {@code outputs.csv} beside what the wallets' view keys open on the bundled chain. */
class BundledOutputsTest {

  /** The seed of the bundled story, which its page names. */
  private static final long SEED = 2025;

  /** Each opening costs some milliseconds. */
  private static final int EVERY = 11;

  @TempDir static Path folder;

  private static final Map<Long, TransactionRow> TRANSACTIONS = new HashMap<>();
  private static final Map<OutputName, OutputRow> OUTPUTS = new HashMap<>();

  @BeforeAll
  static void index() {
    BundledChain.unpackTruth(folder);
    Path tables = folder.resolve("tables");
    try (RecordedNode recorded = RecordedNode.serve(BundledChain.recording());
        NodeClient node = Nodes.connect(List.of(NodeOptions.of(recorded.uri())));
        Indexer indexer = new Indexer(node, tables)) {
      indexer.run(Indexing.everything());
    }
    try (Lake lake = Lake.openExisting(tables);
        Snapshot tip = lake.current(Namespace.XMR).orElseThrow();
        Rows<TransactionRow> transactions = tip.scan(TransactionRow.TABLE);
        Rows<OutputRow> outputs = tip.scan(OutputRow.TABLE)) {
      transactions.forEachRemaining(row -> TRANSACTIONS.put(row.txId(), row));
      outputs.forEachRemaining(
          row -> OUTPUTS.put(new OutputName(row.indexSpace(), row.amountIndex()), row));
    }
  }

  @Test
  void ownersAndAmountsAreWhatTheOwnersViewKeysOpen() {
    ViewKeys keys = new ViewKeys(SEED, TruthFiles.readLabels(folder.resolve("labels.csv")));
    List<KnownOutput> known = TruthFiles.readOutputs(folder.resolve("outputs.csv"));
    assertThat(known).hasSizeGreaterThan(4_000);
    List<KnownOutput> some =
        IntStream.iterate(0, i -> i < known.size(), i -> i + EVERY).mapToObj(known::get).toList();
    assertThat(some)
        .allSatisfy(
            output -> {
              OutputRow row = Objects.requireNonNull(OUTPUTS.get(output.name()));
              TransactionRow made = Objects.requireNonNull(TRANSACTIONS.get(row.txId()));
              assertThat(keys.open(output.owner(), made, row)).isEqualTo(output);
              String other = output.owner().equals("ada") ? "ben" : "ada";
              assertThat(keys.open(other, made, row)).isNull();
            });
  }
}
