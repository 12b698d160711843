package org.ringlight.rpc;

import java.math.BigInteger;
import java.util.List;
import org.ringlight.protocol.BlockHash;

/**
 * A branch that the node knows and that is not its main chain: an orphaned one, or one that may yet
 * win.
 *
 * @param height of the branch's top block
 * @param hashes its blocks, the top one first
 * @param parent the block of the main chain that it leaves
 * @param difficulty cumulative up to its top
 */
public record AlternativeChain(
    long height, List<BlockHash> hashes, BlockHash parent, BigInteger difficulty) {

  public AlternativeChain {
    hashes = List.copyOf(hashes);
  }
}
