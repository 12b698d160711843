package org.ringlight.protocol.bitcoin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Hash;

/**
 * A block as decoded from its bytes.
 *
 * @param hash of its header, in display order
 * @param header what it is the hash of
 * @param transactions at least one; the first is the coinbase
 * @param coinbaseScript what the coinbase's input says: since BIP 34 its height first, then
 *     whatever its miner wanted to say
 * @param witnessDigest what the coinbase must commit to (BIP 141): the double SHA-256 of the root
 *     of the ids with witnesses and of the reserved value in the coinbase's own witness, in the
 *     order of bytes that scripts have; null where the coinbase has no such value
 * @param bytes size on the wire, witnesses included
 * @param weight four times the size without witnesses plus the witnesses' (BIP 141)
 */
public record BitcoinBlock(
    BlockHash hash,
    BitcoinHeader header,
    List<BitcoinTransaction> transactions,
    Bytes coinbaseScript,
    @Nullable Hash witnessDigest,
    int bytes,
    int weight) {

  public BitcoinBlock {
    transactions = List.copyOf(transactions);
  }
}
