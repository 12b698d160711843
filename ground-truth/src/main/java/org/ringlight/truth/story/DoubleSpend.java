package org.ringlight.truth.story;

import java.util.List;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.MinedBlock;
import org.ringlight.rpc.MinedRing;

/**
 * One output spent on both sides of a split, each time in a ring of its own.
 *
 * @param spender who did it
 * @param keyImage the same on both branches
 * @param amountIndex the output's index in index space 0
 * @param given the transaction the victim believed in, on the branch that lost
 * @param kept the one that stands
 * @param givenRing its ring, as seen on the branch that lost
 * @param keptRing the ring that stands
 * @param parent the last block both branches share
 * @param orphaned the blocks that were given up, lowest first
 */
public record DoubleSpend(
    String spender,
    KeyImage keyImage,
    long amountIndex,
    TxHash given,
    TxHash kept,
    MinedRing givenRing,
    MinedRing keptRing,
    MinedBlock parent,
    List<MinedBlock> orphaned) {

  public DoubleSpend {
    orphaned = List.copyOf(orphaned);
  }

  /** Members that both rings name: the true spend is among them. */
  public List<Long> common() {
    return keptRing.members().stream().filter(givenRing.members()::contains).toList();
  }
}
