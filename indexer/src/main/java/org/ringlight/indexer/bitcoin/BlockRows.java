package org.ringlight.indexer.bitcoin;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.lake.Commit;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinQuarantineRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.protocol.bitcoin.BitcoinBlock;
import org.ringlight.protocol.bitcoin.BitcoinHeader;
import org.ringlight.protocol.bitcoin.BitcoinOutput;
import org.ringlight.protocol.bitcoin.Payee;

/** The rows of one block, held until all of it was found to be right. */
final class BlockRows {

  final List<BitcoinTransactionRow> transactions = new ArrayList<>();
  final List<BitcoinInputRow> inputs = new ArrayList<>();
  final List<BitcoinOutputRow> outputs = new ArrayList<>();
  final List<BitcoinQuarantineRow> quarantine = new ArrayList<>();
  final List<FreshAddress> addresses = new ArrayList<>();

  /** An address that appears for the first time. */
  record FreshAddress(long id, Payee payee) {}

  void appendTo(Commit commit, NamedBlock block, AddressRows texts) {
    commit.append(BitcoinBlockRow.TABLE, row(block.height(), block.block()));
    transactions.forEach(row -> commit.append(BitcoinTransactionRow.TABLE, row));
    inputs.forEach(row -> commit.append(BitcoinInputRow.TABLE, row));
    outputs.forEach(row -> commit.append(BitcoinOutputRow.TABLE, row));
    quarantine.forEach(row -> commit.append(BitcoinQuarantineRow.TABLE, row));
    addresses.forEach(fresh -> texts.add(fresh.id(), block.height(), fresh.payee(), commit));
  }

  private static BitcoinBlockRow row(long height, BitcoinBlock block) {
    BitcoinHeader header = block.header();
    long reward = 0;
    for (BitcoinOutput output : block.transactions().get(0).outputs()) {
      reward += output.value();
    }
    return new BitcoinBlockRow(
        height,
        block.hash(),
        header.previous(),
        header.merkleRoot(),
        header.time(),
        header.version(),
        header.bits(),
        header.nonce(),
        block.transactions().size(),
        block.bytes(),
        block.weight(),
        reward);
  }
}
