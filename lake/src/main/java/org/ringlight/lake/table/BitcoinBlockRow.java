package org.ringlight.lake.table;

import static org.ringlight.lake.table.Columns.required;

import java.util.List;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Hash;

/** A row of {@code btc.blocks}; the components are the columns of {@link #TABLE}. */
public record BitcoinBlockRow(
    long height,
    BlockHash hash,
    BlockHash previousHash,
    Hash merkleRoot,
    long timestamp,
    int version,
    long bits,
    long nonce,
    int txCount,
    int bytes,
    int weight,
    long reward) {

  public static final Table<BitcoinBlockRow> TABLE =
      new Table<>(
          Namespace.BTC,
          "blocks",
          "A block of the current chain.",
          List.of(
              required(1, "height", "blocks", "Blocks before this one; 0 is genesis.")
                  .int64(BitcoinBlockRow::height),
              required(2, "hash", "", "Of the header, in display order.")
                  .bytes32(BitcoinBlockRow::hash),
              required(3, "prev_hash", "", "The block at height - 1; zeros for genesis.")
                  .bytes32(BitcoinBlockRow::previousHash),
              required(4, "merkle_root", "", "Of the ids of its transactions.")
                  .bytes32(BitcoinBlockRow::merkleRoot),
              required(5, "timestamp", "s since 1970", "As the miner claims; not monotonic.")
                  .int64(BitcoinBlockRow::timestamp),
              required(6, "version", "", "As in the header, signed.")
                  .int32(BitcoinBlockRow::version),
              required(7, "bits", "", "The target in compact form; unsigned 32 bits.")
                  .int64(BitcoinBlockRow::bits),
              required(8, "nonce", "", "What the miner searched; unsigned 32 bits.")
                  .int64(BitcoinBlockRow::nonce),
              required(9, "tx_count", "", "Transactions, the coinbase among them.")
                  .int32(BitcoinBlockRow::txCount),
              required(10, "bytes", "bytes", "Size on the wire, witnesses included.")
                  .int32(BitcoinBlockRow::bytes),
              required(11, "weight", "weight units", "As BIP 141 weighs it.")
                  .int32(BitcoinBlockRow::weight),
              required(
                      12,
                      "reward",
                      "satoshi",
                      "What the coinbase pays out: at most subsidy and fees.")
                  .int64(BitcoinBlockRow::reward)),
          "height",
          BitcoinBlockRow::height,
          Cut.HEIGHT,
          BitcoinBlockRow::height,
          BitcoinBlockRow::read);

  private static BitcoinBlockRow read(RowSource in) {
    return new BitcoinBlockRow(
        in.int64(),
        in.bytes32(BlockHash::at),
        in.bytes32(BlockHash::at),
        in.bytes32(Hash::at),
        in.int64(),
        in.int32(),
        in.int64(),
        in.int64(),
        in.int32(),
        in.int32(),
        in.int32(),
        in.int64());
  }
}
