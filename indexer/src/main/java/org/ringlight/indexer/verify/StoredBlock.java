package org.ringlight.indexer.verify;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.QuarantineRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.Block;
import org.ringlight.protocol.BlockHeader;
import org.ringlight.protocol.TxHash;

/** A block as its rows tell it, put together again so that it can be hashed. */
final class StoredBlock {

  private StoredBlock() {}

  /**
   * @param transactions its rows, coinbase first
   * @param quarantine its transactions that are kept as bytes; their hashes fill the places the
   *     others leave
   * @throws IllegalArgumentException where the rows do not make a block
   */
  static Block of(
      BlockRow row,
      List<TransactionRow> transactions,
      List<OutputRow> outputs,
      List<QuarantineRow> quarantine) {
    if (transactions.isEmpty() || !transactions.get(0).coinbase()) {
      throw new IllegalArgumentException("no coinbase");
    }
    TransactionRow coinbase = transactions.get(0);
    if (!coinbase.hash().equals(row.minerTxHash())) {
      throw new IllegalArgumentException("its coinbase is another than it says");
    }
    List<OutputRow> made =
        outputs.stream().filter(output -> output.txId() == coinbase.txId()).toList();
    BlockHeader header =
        new BlockHeader(row.major(), row.minor(), row.timestamp(), row.previousHash(), row.nonce());
    List<TxHash> hashes = hashes(transactions, quarantine);
    if (hashes.size() != row.txCount()) {
      throw new IllegalArgumentException(
          hashes.size() + " transactions where it says " + row.txCount());
    }
    return new Block(
        header, new StoredTransaction(coinbase, List.of(), made).transaction(), hashes);
  }

  private static List<TxHash> hashes(
      List<TransactionRow> transactions, List<QuarantineRow> quarantine) {
    List<TxHash> hashes = new ArrayList<>();
    Iterator<QuarantineRow> unread = quarantine.iterator();
    for (TransactionRow row : transactions.subList(1, transactions.size())) {
      while (hashes.size() + 1 < row.indexInBlock() && unread.hasNext()) {
        hashes.add(Objects.requireNonNull(unread.next().txHash()));
      }
      hashes.add(row.hash());
    }
    unread.forEachRemaining(rest -> hashes.add(Objects.requireNonNull(rest.txHash())));
    return hashes;
  }
}
