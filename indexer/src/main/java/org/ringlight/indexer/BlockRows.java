package org.ringlight.indexer;

import java.time.Clock;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Commit;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.QuarantineRow;
import org.ringlight.protocol.BlockHeader;
import org.ringlight.protocol.Output;

/** Stage three: verified blocks as rows, numbered in chain order. */
final class BlockRows {

  private final Commit commit;
  private final Numbering numbering;
  private final TransactionRows transactions;
  private final Clock clock;
  private long quarantined;

  BlockRows(Commit commit, Numbering numbering, Clock clock) {
    this.commit = commit;
    this.numbering = numbering;
    this.transactions = new TransactionRows(commit, numbering);
    this.clock = clock;
  }

  /** How many transactions were put into quarantine. */
  long quarantined() {
    return quarantined;
  }

  /** Appends a block with everything in it. */
  void append(CheckedBlock block) {
    try {
      commit.append(BlockRow.TABLE, row(block));
      transactions.append(block.height(), 0, block.coinbase());
      for (int i = 0; i < block.transactions().size(); i++) {
        CheckedTransaction transaction = block.transactions().get(i);
        if (transaction instanceof CheckedTransaction.Verified verified) {
          transactions.append(block.height(), i + 1, verified);
        } else if (transaction instanceof CheckedTransaction.Unread unread) {
          quarantine(block, i + 1, unread);
        }
      }
    } catch (DataInvalid e) {
      throw e.within("height " + block.height());
    }
  }

  private static BlockRow row(CheckedBlock block) {
    BlockHeader header = block.block().header();
    return new BlockRow(
        block.height(),
        block.id(),
        header.previous(),
        header.timestamp(),
        Math.toIntExact(header.major()),
        Math.toIntExact(header.minor()),
        header.nonce(),
        block.coinbase().hash(),
        block.transactions().size(),
        block.facts().weight(),
        reward(block),
        block.facts().difficulty());
  }

  /** New coins and fees together: all that the coinbase pays. */
  private static long reward(CheckedBlock block) {
    return Shape.of(block.coinbase().transaction()).prefix().outputs().stream()
        .mapToLong(Output::amount)
        .reduce(0, Math::addExact);
  }

  private void quarantine(CheckedBlock block, int index, CheckedTransaction.Unread unread) {
    numbering.skipOutputs(unread.outputIndices());
    commit.append(
        QuarantineRow.TABLE,
        new QuarantineRow(
            block.height(),
            block.id(),
            unread.hash(),
            "transaction " + index + " of the block",
            unread.reason(),
            unread.bytes(),
            clock.instant().getEpochSecond()));
    quarantined++;
  }
}
