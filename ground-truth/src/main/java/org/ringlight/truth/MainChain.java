package org.ringlight.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.MinedBlock;
import org.ringlight.rpc.MiningClient;

/** The blocks of a node's main chain, genesis first, and where each transaction stands. */
public final class MainChain {

  private final List<MinedBlock> blocks;
  private final List<TxHash> transactions = new ArrayList<>();
  private final Map<TxHash, MinedBlock> blockOf = new HashMap<>();

  private MainChain(List<MinedBlock> blocks) {
    this.blocks = List.copyOf(blocks);
    for (MinedBlock block : blocks) {
      transactions.addAll(block.transactions());
      block.transactions().forEach(hash -> blockOf.put(hash, block));
      blockOf.put(block.coinbase(), block);
    }
  }

  /** Reads all of it. */
  public static MainChain read(MiningClient node) {
    long height = node.height();
    List<MinedBlock> blocks = new ArrayList<>();
    for (long h = 0; h < height; h++) {
      blocks.add(node.block(h));
    }
    return new MainChain(blocks);
  }

  public List<MinedBlock> blocks() {
    return blocks;
  }

  /** The newest block. */
  public MinedBlock tip() {
    return blocks.get(blocks.size() - 1);
  }

  /** Every transaction in chain order, coinbases left out. */
  public List<TxHash> transactions() {
    return List.copyOf(transactions);
  }

  /** The date of the block that holds a transaction, if it is on this chain. */
  public Optional<Instant> minedAt(TxHash transaction) {
    return Optional.ofNullable(blockOf.get(transaction))
        .map(block -> Instant.ofEpochSecond(block.timestamp()));
  }
}
