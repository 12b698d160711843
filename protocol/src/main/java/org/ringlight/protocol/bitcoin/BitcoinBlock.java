package org.ringlight.protocol.bitcoin;

import java.util.List;
import org.ringlight.protocol.BlockHash;

/**
 * A block as decoded from its bytes.
 *
 * @param hash of its header, in display order
 * @param header what it is the hash of
 * @param transactions at least one; the first is the coinbase
 * @param bytes size on the wire, witnesses included
 * @param weight four times the size without witnesses plus the witnesses' (BIP 141)
 */
public record BitcoinBlock(
    BlockHash hash,
    BitcoinHeader header,
    List<BitcoinTransaction> transactions,
    int bytes,
    int weight) {

  public BitcoinBlock {
    transactions = List.copyOf(transactions);
  }
}
