package org.ringlight.rpc;

import java.util.List;
import org.ringlight.protocol.BlockHash;

/**
 * A branch that is not the main chain.
 *
 * @param parent block of the main chain where it splits off
 * @param tipHeight height of its last block
 * @param blocks its blocks, the highest first
 */
public record MiningBranch(BlockHash parent, long tipHeight, List<BlockHash> blocks) {

  public MiningBranch {
    blocks = List.copyOf(blocks);
  }
}
