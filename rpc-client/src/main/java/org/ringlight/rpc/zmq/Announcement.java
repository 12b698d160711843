package org.ringlight.rpc.zmq;

import java.util.List;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;

/**
 * What a publisher says has happened. A hint and no more: nobody proves that it comes from the
 * node, none need come, and the node's chain may have moved on. Who hears one asks the node.
 */
public sealed interface Announcement {

  /**
   * Blocks joined the main chain. When a branch takes over, its blocks come one announcement each,
   * from the first that differs; a height that was announced before tells of a reorganisation.
   * Blocks that only leave are not announced ({@code pop_blocks}).
   *
   * @param firstHeight of the first of {@code ids}, which is not negative
   * @param previous the block before it
   * @param ids in chain order, at least one
   */
  record ChainGrew(long firstHeight, BlockHash previous, List<BlockHash> ids)
      implements Announcement {

    public ChainGrew {
      ids = List.copyOf(ids);
    }
  }

  /** Transactions came into the pool; a node announces each once. */
  record PoolGrew(List<PoolEntry> transactions) implements Announcement {

    public PoolGrew {
      transactions = List.copyOf(transactions);
    }
  }

  /**
   * A transaction of which the node has the bytes; they are not announced.
   *
   * @param blobBytes its size
   * @param weight in bytes, as fee and block size rules count
   * @param fee in atomic units
   */
  record PoolEntry(TxHash hash, long blobBytes, long weight, long fee) {}
}
