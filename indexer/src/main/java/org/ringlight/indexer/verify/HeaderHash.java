package org.ringlight.indexer.verify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.bitcoin.BitcoinHeader;
import org.ringlight.protocol.bitcoin.DoubleSha256;

/** Puts the 80 bytes of a header together again and hashes them. */
final class HeaderHash {

  private static final int BYTES = 80;

  private final DoubleSha256 sha256 = new DoubleSha256();

  BlockHash of(BitcoinHeader header) {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(header.version());
    bytes.put(DoubleSha256.reversed(header.previous().toBytes()));
    bytes.put(DoubleSha256.reversed(header.merkleRoot().toBytes()));
    bytes.putInt((int) header.time());
    bytes.putInt((int) header.bits());
    bytes.putInt((int) header.nonce());
    return BlockHash.of(sha256.add(bytes.array(), 0, BYTES).finishForDisplay());
  }
}
