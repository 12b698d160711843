package org.ringlight.indexer.verify;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.protocol.wire.DecodedTransaction;
import org.ringlight.rpc.FetchedTransaction;
import org.ringlight.rpc.NodeClient;

/**
 * Asks a node again for a sample of what the tables hold: block ids at random heights, and every
 * transaction of those blocks whole, hashed anew, version 1 too.
 */
public final class NodeSampler {

  private final NodeClient node;
  private final Snapshot tables;
  private final int blocks;
  private final long seed;

  /**
   * @param blocks how many heights are drawn
   * @param seed what they are drawn with
   */
  public NodeSampler(NodeClient node, Snapshot tables, int blocks, long seed) {
    this.node = node;
    this.tables = tables;
    this.blocks = blocks;
    this.seed = seed;
  }

  void look(Findings findings) {
    long start = tables.lowestHeight(BlockRow.TABLE).orElse(0);
    long end = tables.tip().height() + 1;
    new Random(seed)
        .longs(start, end)
        .distinct()
        .limit(Math.min(blocks, end - start))
        .sorted()
        .forEach(height -> block(height, findings));
  }

  private void block(long height, Findings findings) {
    Optional<BlockHash> said = node.hashAt(height);
    try (Rows<BlockRow> rows = tables.scan(BlockRow.TABLE, height, height)) {
      BlockHash stored = rows.next().hash();
      findings.sampledBlocks++;
      if (!said.equals(Optional.of(stored))) {
        findings.problem(
            height,
            "the node's block is "
                + said.map(BlockHash::toString).orElse("missing")
                + ", the tables' "
                + stored);
        return;
      }
    }
    transactions(height, findings);
  }

  private void transactions(long height, Findings findings) {
    List<TxHash> hashes;
    try (Rows<TransactionRow> rows = tables.scan(TransactionRow.TABLE, height, height)) {
      hashes = rows.stream().map(TransactionRow::hash).toList();
    }
    List<FetchedTransaction> fetched = node.transactions(hashes);
    if (fetched.size() != hashes.size()) {
      findings.problem(
          height, "the node has " + fetched.size() + " of " + hashes.size() + " transactions");
    }
    for (FetchedTransaction transaction : fetched) {
      findings.sampledTransactions++;
      DecodedTransaction decoded =
          transaction.prunable().length == 0 && transaction.prunableHash() != null
              ? DecodedTransaction.pruned(transaction.pruned(), transaction.prunableHash())
              : DecodedTransaction.full(transaction.blob());
      if (!TransactionHashes.of(decoded).equals(Optional.of(transaction.asked()))) {
        findings.problem(
            height, "tx " + transaction.asked() + ": the node's bytes hash differently");
      }
    }
  }
}
