package org.ringlight.indexer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Commit;
import org.ringlight.lake.table.AltBlockRow;
import org.ringlight.lake.table.AltOutputRow;
import org.ringlight.lake.table.AltRingRow;
import org.ringlight.lake.table.AltTransactionRow;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.BranchPlace;
import org.ringlight.protocol.Block;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.hash.BlockHashes;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.protocol.wire.DecodedBlock;
import org.ringlight.protocol.wire.DecodedTransaction;
import org.ringlight.rpc.FetchedTransaction;
import org.ringlight.rpc.UnverifiedTransaction;

/**
 * A block off the main chain as rows. Its id is recomputed over its transactions, and so is every
 * transaction's hash; that it was mined at all is the node's word, because nobody checks its proof
 * of work here.
 */
record BranchBlock(AltBlockRow block, List<TransactionRows> transactions) {

  /** A branch of the node and a block on it. */
  record Name(BlockHash branch, BlockHash hash, long height, BlockHash previous) {}

  /**
   * Reads a block.
   *
   * @param fetched those of its transactions that the node has
   * @throws DataInvalid where the bytes are not those of the block named
   */
  static BranchBlock of(
      Name name, DecodedBlock decoded, List<FetchedTransaction> fetched, long seenAt) {
    Block block = decoded.block();
    requireNamed(name, decoded);
    CheckedTransaction.Verified coinbase =
        withoutIndices(
            TransactionHashes.of(decoded.minerTransaction()).orElseThrow(),
            decoded.minerTransaction());
    List<TransactionRows> rows = new ArrayList<>();
    rows.add(TransactionRows.of(name.height(), 0, coinbase, RowNumbers.NONE));
    Map<TxHash, CheckedTransaction.Verified> read = read(fetched);
    List<TxHash> missing = new ArrayList<>();
    long weight = coinbase.weight();
    int index = 0;
    for (TxHash hash : block.transactionHashes()) {
      index++;
      CheckedTransaction.Verified transaction = read.get(hash);
      if (transaction == null) {
        missing.add(hash);
      } else {
        rows.add(TransactionRows.of(name.height(), index, transaction, RowNumbers.NONE));
        weight += transaction.weight();
      }
    }
    BlockRow row =
        BlockRows.row(
            name.height(),
            name.hash(),
            block,
            coinbase,
            missing.isEmpty() ? weight : BranchPlace.NOT_KNOWN,
            BranchPlace.NOT_KNOWN);
    BranchPlace place =
        new BranchPlace(name.branch(), name.hash(), name.height(), seenAt, missing.isEmpty());
    return new BranchBlock(new AltBlockRow(place, row, missing), rows);
  }

  private static void requireNamed(Name name, DecodedBlock decoded) {
    BlockHash id = BlockHashes.id(decoded);
    long height = Shape.of(decoded.block().minerTransaction()).coinbaseHeight();
    BlockHash previous = decoded.block().header().previous();
    if (!id.equals(name.hash()) || height != name.height() || !previous.equals(name.previous())) {
      throw new DataInvalid(
          "a branch of the node holds another block than it says: "
              + id
              + " of height "
              + height
              + " after "
              + previous,
          "block " + name.hash() + ", height " + name.height() + " after " + name.previous(),
          Decode.ASK_ANOTHER);
    }
  }

  /** Those that hash to what was asked; the others count as missing. */
  private static Map<TxHash, CheckedTransaction.Verified> read(List<FetchedTransaction> fetched) {
    Map<TxHash, CheckedTransaction.Verified> read = new HashMap<>();
    for (FetchedTransaction transaction : fetched) {
      boolean pruned = transaction.prunable().length == 0 && transaction.prunableHash() != null;
      UnverifiedTransaction raw =
          pruned
              ? new UnverifiedTransaction(transaction.pruned(), transaction.prunableHash())
              : new UnverifiedTransaction(transaction.blob(), null);
      try {
        read.put(
            transaction.asked(),
            withoutIndices(transaction.asked(), Decode.decoded(transaction.asked(), raw)));
      } catch (DataInvalid e) {
        // named in the column "missing", with the others that were not to be had
      }
    }
    return read;
  }

  /** The indices that outputs had on a branch are known to nobody who was not on it. */
  private static CheckedTransaction.Verified withoutIndices(
      TxHash hash, DecodedTransaction decoded) {
    CheckedTransaction.Verified read = Decode.verified(hash, decoded, new long[0]);
    long[] unknown = new long[read.shape().prefix().outputs().size()];
    Arrays.fill(unknown, BranchPlace.NOT_KNOWN);
    return new CheckedTransaction.Verified(
        hash, read.shape(), read.prunableHash(), read.weight(), unknown);
  }

  void appendTo(Commit commit) {
    BranchPlace place = block.place();
    commit.append(AltBlockRow.TABLE, block);
    for (TransactionRows rows : transactions) {
      TxHash hash = rows.transaction().hash();
      commit.append(AltTransactionRow.TABLE, new AltTransactionRow(place, rows.transaction()));
      rows.rings().forEach(r -> commit.append(AltRingRow.TABLE, new AltRingRow(place, hash, r)));
      rows.outputs()
          .forEach(o -> commit.append(AltOutputRow.TABLE, new AltOutputRow(place, hash, o)));
    }
  }
}
