package org.ringlight.rpc.bitcoin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bitcoinj.params.RegTestParams;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.BlockRules;
import org.ringlight.rpc.bitcoinj.NewBlock;

/**
 * Makes blocks of regtest without a node: each with a coinbase alone, that anyone may spend, and
 * with the little work that regtest asks. The same word makes the same blocks.
 */
public final class RegtestBlocks {

  private static final int TIME_AT = 68;
  private static final long SPACING = 600;
  private static final long BITS = BitcoinNetwork.REGTEST.easiestBits();

  private final byte[] word;

  /**
   * @param word what the coinbases say, so that branches differ
   */
  public RegtestBlocks(String word) {
    this.word = word.getBytes(StandardCharsets.US_ASCII);
  }

  /** The block at height 0. */
  public static byte[] genesis() {
    return RegTestParams.get().getGenesisBlock().serialize();
  }

  /** A block on {@code parent}, ten minutes later. */
  public byte[] after(byte[] parent, long height) {
    long parentTime =
        Integer.toUnsignedLong(
            ByteBuffer.wrap(parent).order(ByteOrder.LITTLE_ENDIAN).getInt(TIME_AT));
    return NewBlock.after(
        NewBlock.hash(parent), parentTime + SPACING, BITS, List.of(coinbase(height)));
  }

  private byte[] coinbase(long height) {
    ByteBuffer bytes = ByteBuffer.allocate(100 + word.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(1).put((byte) 1).put(new byte[32]).putInt(-1);
    bytes.put((byte) (4 + word.length)).put((byte) 3);
    bytes.put((byte) height).put((byte) (height >> 8)).put((byte) (height >> 16)).put(word);
    bytes.putInt(-1).put((byte) 1);
    bytes.putLong(BlockRules.subsidy(height, BitcoinNetwork.REGTEST));
    bytes.put((byte) 1).put((byte) 0x51).putInt(0);
    byte[] whole = new byte[bytes.position()];
    bytes.flip().get(whole);
    return whole;
  }
}
