package org.ringlight.rpc.bitcoinj;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.bitcoin.DoubleSha256;
import org.ringlight.protocol.bitcoin.MerkleRoot;
import org.ringlight.protocol.bitcoin.Target;

/**
 * Puts transactions without witnesses into a block and does its work, the lowest nonce first: the
 * same arguments make the same bytes. For private networks, whose targets are easy.
 */
public final class NewBlock {

  /** The version bits of BIP 9, none of them set. */
  private static final int VERSION = 0x2000_0000;

  private static final int HEADER = 80;
  private static final int LONGEST_COUNT = 5;
  private static final long NONCES = 1L << 32;

  private NewBlock() {}

  /**
   * A block on {@code previous}.
   *
   * @param time seconds since 1970
   * @param bits the target in compact form
   * @param transactions the coinbase first
   */
  public static byte[] after(BlockHash previous, long time, long bits, List<byte[]> transactions) {
    return mined(VERSION, previous, time, bits, transactions);
  }

  /** As {@link #after}, of another version: how the first blocks of networks are made. */
  public static byte[] mined(
      int version, BlockHash previous, long time, long bits, List<byte[]> transactions) {
    int size = HEADER + LONGEST_COUNT;
    for (byte[] transaction : transactions) {
      size = Math.addExact(size, transaction.length);
    }
    ByteBuffer block = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    block.putInt(version).put(DoubleSha256.reversed(previous.toBytes())).put(root(transactions));
    block.putInt((int) time).putInt((int) bits).putInt(0);
    putCount(block, transactions.size());
    transactions.forEach(block::put);
    byte[] bytes = new byte[block.position()];
    block.flip().get(bytes);
    work(bytes, Target.ofBits(bits));
    return bytes;
  }

  /** The id of a block's header. */
  public static BlockHash hash(byte[] block) {
    return BlockHash.of(new DoubleSha256().add(block, 0, HEADER).finishForDisplay());
  }

  private static void work(byte[] block, Target target) {
    ByteBuffer header = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
    for (long nonce = 0; nonce < NONCES; nonce++) {
      header.putInt(HEADER - 4, (int) nonce);
      if (target.isMetBy(hash(block))) {
        return;
      }
    }
    throw new IllegalStateException("no nonce meets the target " + target.value());
  }

  private static byte[] root(List<byte[]> transactions) {
    DoubleSha256 sha256 = new DoubleSha256();
    byte[] hashes = new byte[transactions.size() * DoubleSha256.LENGTH];
    for (int i = 0; i < transactions.size(); i++) {
      byte[] bytes = transactions.get(i);
      sha256.add(bytes, 0, bytes.length).finish(hashes, i * DoubleSha256.LENGTH);
    }
    byte[] root = MerkleRoot.of(hashes, sha256);
    if (root == null) {
      throw new IllegalArgumentException("a transaction twice in a row");
    }
    return root;
  }

  /** A count as Bitcoin writes it ({@code WriteCompactSize} in {@code src/serialize.h}). */
  private static void putCount(ByteBuffer block, int count) {
    if (count < 0xfd) {
      block.put((byte) count);
    } else if (count <= 0xffff) {
      block.put((byte) 0xfd).putShort((short) count);
    } else {
      block.put((byte) 0xfe).putInt(count);
    }
  }
}
