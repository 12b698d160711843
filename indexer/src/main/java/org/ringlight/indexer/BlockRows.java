package org.ringlight.indexer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Commit;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.QuarantineRow;
import org.ringlight.protocol.Block;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.BlockHeader;
import org.ringlight.protocol.Output;

/** Stage three: verified blocks as rows, numbered in chain order. */
final class BlockRows {

  private final Commit commit;
  private final Numbering numbering;
  private final OlderOutputs older;
  private final Clock clock;
  private long quarantined;

  BlockRows(Commit commit, Numbering numbering, OlderOutputs older, Clock clock) {
    this.commit = commit;
    this.numbering = numbering;
    this.older = older;
    this.clock = clock;
  }

  /** How many transactions were put into quarantine. */
  long quarantined() {
    return quarantined;
  }

  /**
   * Appends a block with everything in it.
   *
   * @throws DataInvalid where it does not continue the chain so far; then nothing of it was
   *     appended, but numbers were given out for it
   */
  void append(CheckedBlock block) {
    List<TransactionRows> read = new ArrayList<>();
    List<QuarantineRow> unread = new ArrayList<>();
    List<OlderOutputRow> named;
    BlockRow row;
    try {
      row =
          row(
              block.height(),
              block.id(),
              block.block(),
              block.coinbase(),
              block.facts().weight(),
              block.facts().difficulty());
      read.add(TransactionRows.of(block.height(), 0, block.coinbase(), numbering));
      for (int i = 0; i < block.transactions().size(); i++) {
        CheckedTransaction transaction = block.transactions().get(i);
        if (transaction instanceof CheckedTransaction.Verified verified) {
          read.add(TransactionRows.of(block.height(), i + 1, verified, numbering));
        } else if (transaction instanceof CheckedTransaction.Unread kept) {
          numbering.skipOutputs(kept);
          unread.add(quarantined(block, i + 1, kept));
        }
      }
      named = older.take(block.height());
    } catch (DataInvalid e) {
      throw e.within("height " + block.height());
    }
    commit.append(BlockRow.TABLE, row);
    read.forEach(rows -> rows.appendTo(commit));
    named.forEach(output -> commit.append(OlderOutputRow.TABLE, output));
    unread.forEach(kept -> commit.append(QuarantineRow.TABLE, kept));
    quarantined += unread.size();
  }

  /**
   * The row of a block.
   *
   * @throws DataInvalid where the coinbase pays more than there can be
   */
  static BlockRow row(
      long height,
      BlockHash id,
      Block block,
      CheckedTransaction.Verified coinbase,
      long weight,
      long difficulty) {
    BlockHeader header = block.header();
    return new BlockRow(
        height,
        id,
        header.previous(),
        header.timestamp(),
        Math.toIntExact(header.major()),
        Math.toIntExact(header.minor()),
        header.nonce(),
        coinbase.hash(),
        block.transactionHashes().size(),
        weight,
        reward(coinbase),
        difficulty);
  }

  /** New coins and fees together: all that the coinbase pays. */
  private static long reward(CheckedTransaction.Verified coinbase) {
    long reward = 0;
    for (Output output : coinbase.shape().prefix().outputs()) {
      reward += output.amount();
      if (output.amount() < 0 || reward < 0) {
        throw new DataInvalid(
            "the coinbase pays more than there can be",
            "tx " + coinbase.hash(),
            Decode.ASK_ANOTHER);
      }
    }
    return reward;
  }

  private QuarantineRow quarantined(
      CheckedBlock block, int index, CheckedTransaction.Unread unread) {
    return new QuarantineRow(
        block.height(),
        block.id(),
        unread.hash(),
        "transaction " + index + " of the block",
        unread.reason(),
        unread.bytes(),
        clock.instant().getEpochSecond());
  }
}
