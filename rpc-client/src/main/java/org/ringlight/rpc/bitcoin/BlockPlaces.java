package org.ringlight.rpc.bitcoin;

import java.math.BigInteger;
import java.util.Arrays;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.bitcoin.Target;

/**
 * Where the blocks of a folder stand, and which of them are the chain with the most work. Columns
 * of primitives, some 70 bytes a block. Blocks come in any order; a child may stand before its
 * parent. Of chains with as much work the one that came first stays, as in a node that was never
 * restarted. Not safe for use by several threads.
 */
final class BlockPlaces {

  private static final int NONE = -1;
  private static final int NOT_CONNECTED = -2;
  private static final int TRIED = -3;
  private static final int HASH = BlockHash.LENGTH;

  private final byte[] genesis;
  private int count;
  private byte[] hashes = new byte[HASH * 1024];
  private byte[] previous = new byte[HASH * 1024];
  private int[] files = new int[1024];
  private long[] offsets = new long[1024];
  private int[] sizes = new int[1024];
  private long[] bits = new long[1024];

  /**
   * Heights; {@link #NOT_CONNECTED} where no way to genesis is known yet, {@link #TRIED} where the
   * last look for one ended at a block that is not there.
   */
  private int[] heights = new int[1024];

  /** Work of the chain up to each block, 128 bits: the proof of work is checked before. */
  private long[] workHigh = new long[1024];

  private long[] workLow = new long[1024];

  /** Places by hash: a table with open addresses, {@link #NONE} where free. */
  private int[] table = filled(4096);

  private int[] best = new int[0];

  BlockPlaces(BlockHash genesis) {
    this.genesis = genesis.toBytes();
  }

  /** How many blocks there are, of all branches. */
  int count() {
    return count;
  }

  /** How many of them have no way to genesis, because a block between is not there. */
  int unconnected() {
    int without = 0;
    for (int block = 0; block < count; block++) {
      without += heights[block] < 0 ? 1 : 0;
    }
    return without;
  }

  /** The height of the best chain's last block; -1 where there is no genesis. */
  int tipHeight() {
    return best.length - 1;
  }

  /** The best chain's block at this height. */
  int at(int height) {
    return best[height];
  }

  BlockHash hash(int block) {
    return BlockHash.at(hashes, block * HASH);
  }

  int file(int block) {
    return files[block];
  }

  long offset(int block) {
    return offsets[block];
  }

  int size(int block) {
    return sizes[block];
  }

  /**
   * Adds a block whose work has been checked; one that is there already is left as it was.
   *
   * @param hash in display order, as {@code parent}
   */
  void add(byte[] hash, byte[] parent, long headerBits, int file, long offset, int size) {
    int slot = slot(hash, 0);
    if (table[slot] != NONE) {
      return;
    }
    grow();
    System.arraycopy(hash, 0, hashes, count * HASH, HASH);
    System.arraycopy(parent, 0, previous, count * HASH, HASH);
    files[count] = file;
    offsets[count] = offset;
    sizes[count] = size;
    bits[count] = headerBits;
    heights[count] = NOT_CONNECTED;
    table[slot] = count++;
    if (count * 2 > table.length) {
      rehash();
    }
  }

  /** Whether a block is there, of this hash in display order. */
  boolean has(byte[] hash) {
    return table[slot(hash, 0)] != NONE;
  }

  /** Says where another copy of a block that is there stands, which is read from now on. */
  void move(byte[] hash, int file, long offset, int size) {
    int block = table[slot(hash, 0)];
    files[block] = file;
    offsets[block] = offset;
    sizes[block] = size;
  }

  /** Connects what came since and finds the best chain anew. */
  void connect() {
    int tip = best.length == 0 ? NONE : best[best.length - 1];
    int[] path = new int[64];
    for (int block = 0; block < count; block++) {
      heights[block] = heights[block] == TRIED ? NOT_CONNECTED : heights[block];
    }
    for (int block = 0; block < count; block++) {
      int length = 0;
      int at = block;
      while (at != NONE && heights[at] == NOT_CONNECTED) {
        if (length == path.length) {
          path = Arrays.copyOf(path, 2 * length);
        }
        path[length++] = at;
        at = isGenesis(at) ? NONE : parent(at);
      }
      boolean connected = at == NONE ? length > 0 && isGenesis(path[length - 1]) : heights[at] >= 0;
      while (length > 0) {
        if (connected) {
          place(path[--length]);
        } else {
          heights[path[--length]] = TRIED;
        }
      }
    }
    for (int block = 0; block < count; block++) {
      if (heights[block] >= 0 && (tip == NONE || hasMoreWork(block, tip))) {
        tip = block;
      }
    }
    walk(tip);
  }

  private void walk(int tip) {
    best = new int[tip == NONE ? 0 : heights[tip] + 1];
    int at = tip;
    for (int height = best.length - 1; height >= 0; height--) {
      best[height] = at;
      at = height == 0 ? NONE : parent(at);
    }
  }

  private void place(int block) {
    BigInteger own = Target.ofBits(bits[block]).work();
    long low = own.longValue();
    long high = own.shiftRight(Long.SIZE).longValueExact();
    if (isGenesis(block)) {
      heights[block] = 0;
      workLow[block] = low;
      workHigh[block] = high;
      return;
    }
    int parent = parent(block);
    heights[block] = heights[parent] + 1;
    workLow[block] = workLow[parent] + low;
    long carry = Long.compareUnsigned(workLow[block], low) < 0 ? 1 : 0;
    workHigh[block] = Math.addExact(Math.addExact(workHigh[parent], high), carry);
  }

  private boolean hasMoreWork(int one, int other) {
    return workHigh[one] != workHigh[other]
        ? workHigh[one] > workHigh[other]
        : Long.compareUnsigned(workLow[one], workLow[other]) > 0;
  }

  private boolean isGenesis(int block) {
    return Arrays.equals(hashes, block * HASH, (block + 1) * HASH, genesis, 0, HASH);
  }

  private int parent(int block) {
    return table[slot(previous, block * HASH)];
  }

  /** Where a hash stands in the table, or would. */
  private int slot(byte[] source, int from) {
    int mask = table.length - 1;
    int end = from + HASH;
    // the last bytes: the first are zeros, which is the work
    int slot =
        (source[end - 1] & 0xff)
            | (source[end - 2] & 0xff) << 8
            | (source[end - 3] & 0xff) << 16
            | (source[end - 4] & 0xff) << 24;
    slot &= mask;
    while (table[slot] != NONE) {
      int other = table[slot] * HASH;
      if (Arrays.equals(source, from, end, hashes, other, other + HASH)) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rehash() {
    table = filled(2 * table.length);
    for (int block = 0; block < count; block++) {
      table[slot(hashes, block * HASH)] = block;
    }
  }

  private void grow() {
    if (count < files.length) {
      return;
    }
    int more = files.length + files.length / 2;
    hashes = Arrays.copyOf(hashes, more * HASH);
    previous = Arrays.copyOf(previous, more * HASH);
    files = Arrays.copyOf(files, more);
    offsets = Arrays.copyOf(offsets, more);
    sizes = Arrays.copyOf(sizes, more);
    bits = Arrays.copyOf(bits, more);
    heights = Arrays.copyOf(heights, more);
    workHigh = Arrays.copyOf(workHigh, more);
    workLow = Arrays.copyOf(workLow, more);
  }

  private static int[] filled(int length) {
    int[] table = new int[length];
    Arrays.fill(table, NONE);
    return table;
  }
}
