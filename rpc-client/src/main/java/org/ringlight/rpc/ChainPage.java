package org.ringlight.rpc;

import java.util.List;

/**
 * Consecutive blocks as one answer of one node gave them. Verified: the first has the height that
 * was asked. Not verified: that they are what they are said to be ({@link UnverifiedBlock}), nor
 * that they follow one another.
 *
 * @param startHeight of the first block, as asked
 * @param chainHeight number of blocks of the node's chain when it answered, its genesis included
 * @param blocks empty only beyond the node's tip
 */
public record ChainPage(long startHeight, long chainHeight, List<UnverifiedBlock> blocks) {

  public ChainPage {
    blocks = List.copyOf(blocks);
  }
}
