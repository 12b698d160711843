package org.ringlight.protocol.wire;

import org.ringlight.protocol.Block;
import org.ringlight.protocol.BlockHeader;

/** Blocks to the bytes {@link BlockDecoder} reads. */
public final class BlockEncoder {

  private BlockEncoder() {}

  /** All of the block. */
  public static byte[] encode(Block block) {
    WireWriter out = new WireWriter(512 + 32 * block.transactionHashes().size());
    header(out, block.header());
    out.bytes(TransactionEncoder.full(block.minerTransaction()));
    out.varint(block.transactionHashes().size());
    block.transactionHashes().forEach(out::bytes);
    return out.toBytes();
  }

  /** The header alone. */
  public static byte[] header(BlockHeader header) {
    WireWriter out = new WireWriter(64);
    header(out, header);
    return out.toBytes();
  }

  private static void header(WireWriter out, BlockHeader header) {
    out.varint(header.major());
    out.varint(header.minor());
    out.varint(header.timestamp());
    out.bytes(header.previous());
    out.u32(header.nonce());
  }
}
