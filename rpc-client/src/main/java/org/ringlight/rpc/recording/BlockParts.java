package org.ringlight.rpc.recording;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.Bytes32;
import org.ringlight.protocol.TxHash;

/**
 * Where things lie in a block's bytes, as far as serving a recording needs it. Not a decoder: it
 * verifies nothing, and what is read from here is as unverified as the block.
 *
 * <p>A block is: major version, minor version, timestamp (varints), previous id (32 bytes), nonce
 * (4 bytes), the coinbase, the number of further transactions (varint), their ids.
 */
final class BlockParts {

  private BlockParts() {}

  /** The ids at the end of a block that lists {@code count} transactions. */
  static List<TxHash> listedTransactions(byte[] block, int count) {
    int at = startOfList(block, count);
    List<TxHash> hashes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      hashes.add(TxHash.at(block, at + i * Bytes32.LENGTH));
    }
    return hashes;
  }

  /** The bytes of the coinbase of a block that lists {@code count} transactions. */
  static byte[] coinbase(byte[] block, int count) {
    VarintScan scan = new VarintScan(block);
    scan.next();
    scan.next();
    scan.next();
    scan.pass(Bytes32.LENGTH + Integer.BYTES);
    int countBytes = 1 + (31 - Integer.numberOfLeadingZeros(count | 1)) / 7;
    int end = startOfList(block, count) - countBytes;
    if (end < scan.at()) {
      throw new DataInvalid("a block too short for its lists", "block", "record it again");
    }
    return java.util.Arrays.copyOfRange(block, scan.at(), end);
  }

  private static int startOfList(byte[] block, int count) {
    long at = block.length - (long) count * Bytes32.LENGTH;
    if (at < 0) {
      throw new DataInvalid(
          "a block of " + block.length + " bytes that lists " + count + " transactions",
          "block",
          "record it again");
    }
    return (int) at;
  }
}
