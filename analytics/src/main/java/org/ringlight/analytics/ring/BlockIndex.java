package org.ringlight.analytics.ring;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.StoreUnavailable;

/**
 * When and in which block every output of the tables was made, from what stands once a block: dense
 * ids are in chain order, so a block's outputs are a span of ids and its coinbase's come first.
 *
 * <p>Memory: 21 bytes a block and 4 bytes for every 64 outputs. Mainnet's 3.7 million blocks and
 * 160 million outputs take 88 MB.
 */
final class BlockIndex {

  /** Of 64 outputs, one has its block written down. */
  private static final int SHIFT = 6;

  private static final String SPAN =
      "SELECT min(height), max(height), (SELECT min(output_id) FROM xmr.outputs) FROM xmr.blocks";

  private static final String BLOCKS =
      """
      SELECT b.timestamp, b.major, coalesce(t.outputs, 0)::BIGINT,
        coalesce(t.of_coinbase, 0)::INTEGER
      FROM xmr.blocks b LEFT JOIN (
        SELECT height, sum(output_count) AS outputs,
          sum(output_count) FILTER (WHERE coinbase) AS of_coinbase
        FROM xmr.transactions GROUP BY height) t ON t.height = b.height
      ORDER BY b.height\
      """;

  private final long lowest;
  private final long[] timestamps;
  private final byte[] majors;
  // by block: the first output's id, and one more entry for the end
  private final long[] firstOutput;
  private final int[] ofCoinbase;
  // block of every 64th output from the first on, so that a search begins near its end
  private final int[] blockOfEvery;

  private BlockIndex(long lowest, int blocks, long firstOutput, ResultSet rows)
      throws SQLException {
    this.lowest = lowest;
    this.timestamps = new long[blocks];
    this.majors = new byte[blocks];
    this.firstOutput = new long[blocks + 1];
    this.ofCoinbase = new int[blocks];
    long next = firstOutput;
    int block = 0;
    for (; block < blocks && rows.next(); block++) {
      timestamps[block] = rows.getLong(1);
      majors[block] = (byte) rows.getInt(2);
      this.firstOutput[block] = next;
      ofCoinbase[block] = rows.getInt(4);
      next += rows.getLong(3);
    }
    if (block < blocks) {
      throw new DataInvalid(
          "blocks are missing: there are " + block + " of " + blocks,
          "xmr.blocks from height " + lowest,
          "run ringlight verify, or index again into an empty folder");
    }
    this.firstOutput[blocks] = next;
    this.blockOfEvery = sample();
  }

  /** Reads it from the tables behind {@code connection}, of which at least one block is there. */
  static BlockIndex read(Connection connection) {
    try (PreparedStatement span = connection.prepareStatement(SPAN);
        ResultSet ends = span.executeQuery();
        PreparedStatement blocks = connection.prepareStatement(BLOCKS)) {
      ends.next();
      long lowest = ends.getLong(1);
      int count = Math.toIntExact(ends.getLong(2) - lowest + 1);
      try (ResultSet rows = blocks.executeQuery()) {
        return new BlockIndex(lowest, count, ends.getLong(3), rows);
      }
    } catch (SQLException e) {
      throw new StoreUnavailable(
          "the blocks cannot be read: " + e.getMessage(),
          "xmr.blocks, xmr.transactions",
          "run ringlight verify; where files are damaged, index again into an empty folder",
          e);
    }
  }

  private int[] sample() {
    long first = firstOutput[0];
    long outputs = firstOutput[firstOutput.length - 1] - first;
    int[] sampled = new int[Math.toIntExact((outputs >> SHIFT) + 2)];
    int block = 0;
    for (int i = 0; i < sampled.length; i++) {
      long output = first + ((long) i << SHIFT);
      while (block < majors.length - 1 && firstOutput[block + 1] <= output) {
        block++;
      }
      sampled[i] = block;
    }
    return sampled;
  }

  /** One more than the highest output id. */
  long endOfOutputs() {
    return firstOutput[firstOutput.length - 1];
  }

  long timestamp(long height) {
    return timestamps[(int) (height - lowest)];
  }

  /** Whether the tables begin above this height. */
  boolean isBefore(long height) {
    return height >= 0 && height < lowest;
  }

  int major(long height) {
    return majors[(int) (height - lowest)] & 0xff;
  }

  /** Height of the block that creates an output of the tables. */
  long heightOf(long outputId) {
    return lowest + blockOf(outputId);
  }

  /** Whether a coinbase transaction creates it. */
  boolean isCoinbase(long outputId) {
    int block = blockOf(outputId);
    return outputId - firstOutput[block] < ofCoinbase[block];
  }

  private int blockOf(long outputId) {
    int sample = (int) ((outputId - firstOutput[0]) >> SHIFT);
    int low = blockOfEvery[sample];
    int high = blockOfEvery[sample + 1];
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (firstOutput[middle] <= outputId) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
