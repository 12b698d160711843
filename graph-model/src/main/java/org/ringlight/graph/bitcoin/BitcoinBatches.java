package org.ringlight.graph.bitcoin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringlight.graph.load.Batches;
import org.ringlight.lake.Snapshot;

/** Bitcoin's batches: blocks until they make so many nodes and relationships. */
final class BitcoinBatches implements Batches {

  private static final int WEIGHT = 12_000;

  private final BitcoinBlocks blocks;
  private final OlderSpent older;
  private final Addresses addresses;

  /**
   * For a graph whose first block is {@code graphFrom}, the batches from {@code from} to {@code
   * to}.
   */
  BitcoinBatches(Snapshot tables, long graphFrom, long from, long to) {
    blocks = new BitcoinBlocks(tables, from, to);
    older = OlderSpent.before(tables, graphFrom);
    addresses = new Addresses(tables);
  }

  @Override
  public Optional<BitcoinBatch> next() {
    List<BitcoinBlock> taken = new ArrayList<>();
    int weight = 0;
    while (weight < WEIGHT && blocks.hasNext()) {
      BitcoinBlock block = blocks.next();
      taken.add(block);
      weight += block.weight();
    }
    return taken.isEmpty()
        ? Optional.empty()
        : Optional.of(BitcoinBatch.of(taken, older, addresses));
  }

  @Override
  public void close() {
    blocks.close();
  }
}
