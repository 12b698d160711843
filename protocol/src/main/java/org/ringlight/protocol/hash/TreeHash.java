package org.ringlight.protocol.hash;

import java.util.List;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.Keccak;
import org.ringlight.protocol.TxHash;

/**
 * The root over a block's transactions: a binary tree over the largest power of two below their
 * number, whose last leaves are first hashed in pairs so that the rest fits. Source: monero
 * v0.18.3.4 src/crypto/tree-hash.c tree_hash.
 */
public final class TreeHash {

  private static final int LENGTH = Keccak.LENGTH;

  private TreeHash() {}

  /**
   * The root over {@code hashes}, the miner transaction's first.
   *
   * @throws IllegalArgumentException without any
   */
  public static Hash root(List<TxHash> hashes) {
    int count = hashes.size();
    if (count == 0) {
      throw new IllegalArgumentException("a block has at least its miner transaction");
    }
    byte[] nodes = new byte[Math.multiplyExact(count, LENGTH)];
    for (int i = 0; i < count; i++) {
      hashes.get(i).copyTo(nodes, i * LENGTH);
    }
    int width = Integer.highestOneBit(count);
    if (width < count) {
      // the first 2 * width - count leaves stay as they are, the others are hashed in pairs
      foldPairs(nodes, 2 * width - count, count - width);
    }
    for (; width > 1; width /= 2) {
      foldPairs(nodes, 0, width / 2);
    }
    return Hash.at(nodes, 0);
  }

  /** Hashes {@code pairs} pairs of nodes from node {@code from} on into as many nodes there. */
  private static void foldPairs(byte[] nodes, int from, int pairs) {
    for (int i = 0; i < pairs; i++) {
      int pair = (from + 2 * i) * LENGTH;
      Keccak.hash(nodes, pair, pair + 2 * LENGTH, nodes, (from + i) * LENGTH);
    }
  }
}
