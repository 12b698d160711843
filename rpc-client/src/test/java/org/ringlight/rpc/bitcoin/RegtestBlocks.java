package org.ringlight.rpc.bitcoin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.bitcoinj.base.Sha256Hash;
import org.bitcoinj.params.RegTestParams;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.BlockRules;
import org.ringlight.protocol.bitcoin.Target;

/**
 * Makes blocks of regtest without a node: each with a coinbase alone, that anyone may spend, and
 * with the little work that regtest asks. The same word makes the same blocks.
 */
public final class RegtestBlocks {

  private static final int HEADER = 80;
  private static final long SPACING = 600;
  private static final Target TARGET = Target.ofBits(BitcoinNetwork.REGTEST.easiestBits());

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

  /** The id of a block's header. */
  public static BlockHash hash(byte[] block) {
    return BlockHash.of(Sha256Hash.wrapReversed(Sha256Hash.hashTwice(block, 0, HEADER)).getBytes());
  }

  /** A block on {@code parent}, ten minutes later. */
  public byte[] after(byte[] parent, long height) {
    byte[] coinbase = coinbase(height);
    ByteBuffer block =
        ByteBuffer.allocate(HEADER + 1 + coinbase.length).order(ByteOrder.LITTLE_ENDIAN);
    block.putInt(0x2000_0000);
    block.put(Sha256Hash.hashTwice(parent, 0, HEADER));
    block.put(Sha256Hash.hashTwice(coinbase));
    int parentTime = ByteBuffer.wrap(parent).order(ByteOrder.LITTLE_ENDIAN).getInt(68);
    block.putInt((int) (parentTime + SPACING));
    block.putInt((int) BitcoinNetwork.REGTEST.easiestBits());
    block.putInt(0);
    block.put((byte) 1).put(coinbase);
    for (int nonce = 0; !TARGET.isMetBy(hash(block.array())); nonce++) {
      block.putInt(HEADER - 4, nonce);
    }
    return block.array();
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
