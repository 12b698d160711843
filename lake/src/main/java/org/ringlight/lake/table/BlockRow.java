package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;

/**
 * A row of {@code xmr.blocks}; the components are the columns of {@link #TABLE}. Amounts and
 * difficulty are below 2^63.
 */
public record BlockRow(
    long height,
    BlockHash hash,
    BlockHash previousHash,
    long timestamp,
    int major,
    int minor,
    long nonce,
    TxHash minerTxHash,
    int txCount,
    long weight,
    long reward,
    long difficulty) {

  public static final Table<BlockRow> TABLE =
      new Table<>(
          Namespace.XMR,
          "blocks",
          "A block of the current chain.",
          List.of(
              required(1, "height", "blocks", "Blocks before this one; 0 is genesis.")
                  .int64(BlockRow::height),
              required(2, "hash", "", "The block's id.").bytes32(BlockRow::hash),
              required(3, "prev_hash", "", "The id of the block at height - 1; zeros for genesis.")
                  .bytes32(BlockRow::previousHash),
              required(4, "timestamp", "s since 1970", "As the miner claims; not monotonic.")
                  .int64(BlockRow::timestamp),
              required(5, "major", "", "Major version: which hard fork's rules it follows.")
                  .int32(BlockRow::major),
              required(6, "minor", "", "Minor version: the miner's vote.").int32(BlockRow::minor),
              required(7, "nonce", "", "What the miner searched; unsigned 32 bits.")
                  .int64(BlockRow::nonce),
              required(8, "miner_tx_hash", "", "Hash of the coinbase transaction.")
                  .bytes32(BlockRow::minerTxHash),
              required(9, "tx_count", "", "Transactions besides the coinbase.")
                  .int32(BlockRow::txCount),
              required(10, "weight", "bytes", "Block weight, the measure of the size limit.")
                  .int64(BlockRow::weight),
              required(11, "reward", "atomic", "What the coinbase pays out: subsidy and fees.")
                  .int64(BlockRow::reward),
              required(12, "difficulty", "hashes", "Expected work of this block alone.")
                  .int64(BlockRow::difficulty)),
          "height",
          BlockRow::height,
          Cut.HEIGHT,
          BlockRow::height,
          BlockRow::read);

  private static BlockRow read(RowSource in) {
    return new BlockRow(
        in.int64(),
        in.bytes32(BlockHash::at),
        in.bytes32(BlockHash::at),
        in.int64(),
        in.int32(),
        in.int32(),
        in.int64(),
        in.bytes32(TxHash::at),
        in.int32(),
        in.int64(),
        in.int64(),
        in.int64());
  }
}
