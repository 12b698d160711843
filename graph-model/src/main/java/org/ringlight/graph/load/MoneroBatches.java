package org.ringlight.graph.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringlight.lake.Snapshot;

/** Monero's batches: blocks until they make so many nodes and memberships. */
public final class MoneroBatches implements Batches {

  private static final int WEIGHT = 12_000;

  private final ChainBlocks blocks;
  private final OlderMembers older;

  /**
   * For a graph whose first block is {@code graphFrom}, the batches from {@code from} to {@code
   * to}.
   */
  public MoneroBatches(Snapshot tables, long graphFrom, long from, long to) {
    blocks = new ChainBlocks(tables, from, to);
    older = new OlderMembers(tables, graphFrom);
  }

  @Override
  public Optional<MoneroBatch> next() {
    List<ChainBlock> taken = new ArrayList<>();
    int weight = 0;
    while (weight < WEIGHT && blocks.hasNext()) {
      ChainBlock block = blocks.next();
      taken.add(block);
      weight += block.weight();
    }
    return taken.isEmpty() ? Optional.empty() : Optional.of(MoneroBatch.of(taken, older.of(taken)));
  }

  @Override
  public void close() {
    blocks.close();
  }
}
