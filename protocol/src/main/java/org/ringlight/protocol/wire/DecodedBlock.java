package org.ringlight.protocol.wire;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.protocol.Block;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.BlockHeader;
import org.ringlight.protocol.TxHash;

/**
 * A block beside the bytes it was read from, as {@link DecodedTransaction} is a transaction.
 *
 * @see BlockDecoder
 */
public final class DecodedBlock {

  private final Block block;
  private final DecodedTransaction minerTransaction;
  private final byte[] bytes;
  private final int headerEnd;

  private DecodedBlock(
      Block block, DecodedTransaction minerTransaction, byte[] bytes, int headerEnd) {
    this.block = block;
    this.minerTransaction = minerTransaction;
    this.bytes = bytes;
    this.headerEnd = headerEnd;
  }

  /** Reads the block that takes all of {@code blob}. */
  public static DecodedBlock of(byte[] blob) {
    WireReader in = WireReader.of(blob);
    BlockHeader header =
        new BlockHeader(
            in.varint(8, "major version"),
            in.varint(8, "minor version"),
            in.varint("timestamp"),
            BlockHash.at(blob, in.skip32("previous block's hash")),
            in.u32("nonce"));
    int headerEnd = in.position();
    DecodedTransaction miner = minerTransaction(blob, in);
    int count = in.count("number of transactions", Bounds.HASH_BYTES);
    if (count > Bounds.TRANSACTIONS_PER_BLOCK) {
      throw in.invalid(count + " transactions in a block");
    }
    List<TxHash> hashes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      hashes.add(TxHash.at(blob, in.skip32("transaction hash")));
    }
    in.requireEnd("the block");
    return new DecodedBlock(new Block(header, miner.transaction(), hashes), miner, blob, headerEnd);
  }

  private static DecodedTransaction minerTransaction(byte[] blob, WireReader in) {
    try {
      return DecodedTransaction.within(blob, in);
    } catch (UnsupportedKind kind) {
      throw in.invalid("the miner transaction has " + kind.reason() + ", not supported");
    }
  }

  public Block block() {
    return block;
  }

  /** The miner transaction beside its bytes, which are part of the block's. */
  public DecodedTransaction minerTransaction() {
    return minerTransaction;
  }

  /** The array the block was read from, all of it; not a copy. */
  public byte[] source() {
    return bytes;
  }

  /** Where the header ends. */
  public int headerEnd() {
    return headerEnd;
  }
}
