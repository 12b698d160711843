package org.ringlight.rpc;

import java.util.List;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;

/**
 * One input as the node tells of it.
 *
 * @param indexSpace 0 for RingCT, else the cleartext amount
 * @param members absolute indices in wire order, in {@code indexSpace}
 */
public record MinedRing(TxHash txHash, KeyImage keyImage, long indexSpace, List<Long> members) {

  public MinedRing {
    members = List.copyOf(members);
  }

  /** Where {@code amountIndex} stands in the ring, from 0; -1 if it is no member. */
  public int position(long amountIndex) {
    return members.indexOf(amountIndex);
  }
}
