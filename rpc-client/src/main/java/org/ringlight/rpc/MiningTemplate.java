package org.ringlight.rpc;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import org.ringlight.protocol.BlockHash;

/**
 * A block that wants nothing but a nonce, which on a chain of difficulty 1 may be any. Immutable.
 */
public final class MiningTemplate {

  private final long height;
  private final BlockHash previous;
  private final byte[] blob;

  /**
   * @param height of the block to be
   * @param previous the block it follows
   * @param blob block header, coinbase, transaction hashes, as {@code submit_block} takes them
   */
  public MiningTemplate(long height, BlockHash previous, byte[] blob) {
    this.height = height;
    this.previous = previous;
    this.blob = blob.clone();
  }

  public long height() {
    return height;
  }

  public BlockHash previous() {
    return previous;
  }

  /**
   * The block with the date {@code time} in place of the node's own. A block header begins with the
   * varints major version, minor version, timestamp (monero v0.18.0.0
   * src/cryptonote_basic/cryptonote_basic.h, block_header).
   *
   * @throws IllegalArgumentException if the blob does not begin so
   */
  public byte[] dated(Instant time) {
    int start = afterVarint(afterVarint(0));
    int end = afterVarint(start);
    ByteArrayOutputStream dated = new ByteArrayOutputStream(blob.length + 4);
    dated.write(blob, 0, start);
    for (long rest = time.getEpochSecond(); ; rest >>>= 7) {
      if (rest < 0x80) {
        dated.write((int) rest);
        break;
      }
      dated.write((int) (rest & 0x7f) | 0x80);
    }
    dated.write(blob, end, blob.length - end);
    return dated.toByteArray();
  }

  private int afterVarint(int start) {
    for (int i = start; i < Math.min(blob.length, start + 10); i++) {
      if (blob[i] >= 0) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException(
        "no block: " + Arrays.toString(Arrays.copyOf(blob, Math.min(blob.length, 16))));
  }
}
