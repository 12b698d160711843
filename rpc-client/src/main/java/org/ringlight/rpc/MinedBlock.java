package org.ringlight.rpc;

import java.util.List;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;

/**
 * A block as the node tells of it.
 *
 * @param timestamp seconds since 1970
 * @param coinbase hash of its coinbase transaction
 * @param transactions hashes of the others, in block order
 */
public record MinedBlock(
    long height,
    BlockHash hash,
    BlockHash previous,
    long timestamp,
    TxHash coinbase,
    List<TxHash> transactions) {

  public MinedBlock {
    transactions = List.copyOf(transactions);
  }
}
