package org.ringlight.indexer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.pipeline.BranchChanged;
import org.ringlight.indexer.pipeline.DecodedPage;
import org.ringlight.indexer.pipeline.Unreadable;
import org.ringlight.protocol.Block;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.Prunable;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.UnsupportedTransaction;
import org.ringlight.protocol.hash.BlockHashes;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.protocol.rules.TransactionWeight;
import org.ringlight.protocol.wire.DecodedBlock;
import org.ringlight.protocol.wire.DecodedTransaction;
import org.ringlight.rpc.HeaderFacts;
import org.ringlight.rpc.UnverifiedBlock;
import org.ringlight.rpc.UnverifiedTransaction;

/**
 * Stage two: bytes to blocks, each verified by its own hashes. Pure, so pages are decoded in
 * parallel.
 */
final class Decode {

  static final String ASK_ANOTHER =
      "the node's database is damaged or the node lies; index from another one";

  private final Unreadable unreadable;

  Decode(Unreadable unreadable) {
    this.unreadable = unreadable;
  }

  /** The blocks of a page, in order, up to the first that does not verify. */
  DecodedPage<CheckedBlock> page(FetchedPage fetched) {
    List<UnverifiedBlock> blocks = fetched.page().blocks();
    List<HeaderFacts> facts = fetched.facts();
    long first = fetched.page().startHeight();
    if (facts.size() != blocks.size()) {
      throw new BranchChanged(facts.size() + " headers for " + blocks.size() + " blocks");
    }
    List<CheckedBlock> checked = new ArrayList<>(blocks.size());
    for (int i = 0; i < blocks.size(); i++) {
      try {
        checked.add(block(first + i, blocks.get(i), facts.get(i)));
      } catch (DataInvalid e) {
        return new DecodedPage<>(checked, Optional.of(e.within("height " + (first + i))));
      } catch (BranchChanged e) {
        return new DecodedPage<>(checked, Optional.of(e));
      }
    }
    return new DecodedPage<>(checked, Optional.empty());
  }

  private CheckedBlock block(long height, UnverifiedBlock raw, HeaderFacts facts) {
    DecodedBlock decoded = DecodedBlock.of(raw.blob());
    Block block = decoded.block();
    BlockHash id = BlockHashes.id(decoded);
    if (!id.equals(facts.hash())) {
      throw new BranchChanged(
          "block " + height + " hashes to " + id + " but its header is said to be " + facts.hash());
    }
    requireSameCount(block.transactionHashes().size(), raw);
    requireHeight(height, block.minerTransaction(), id);
    List<CheckedTransaction> transactions = new ArrayList<>(raw.transactions().size());
    for (int i = 0; i < raw.transactions().size(); i++) {
      TxHash named = block.transactionHashes().get(i);
      long[] indices = raw.outputIndices().get(i + 1);
      transactions.add(transaction(named, raw.transactions().get(i), indices));
    }
    CheckedTransaction.Verified coinbase =
        verified(
            TransactionHashes.of(decoded.minerTransaction()).orElseThrow(),
            decoded.minerTransaction(),
            raw.outputIndices().get(0));
    return new CheckedBlock(height, id, block, coinbase, transactions, facts);
  }

  static void requireSameCount(int named, UnverifiedBlock raw) {
    if (raw.transactions().size() != named || raw.outputIndices().size() != named + 1) {
      throw new DataInvalid(
          "the block names "
              + named
              + " transactions, but "
              + raw.transactions().size()
              + " came, with output indices for "
              + (raw.outputIndices().size() - 1),
          "block",
          ASK_ANOTHER);
    }
  }

  private static void requireHeight(long height, Transaction miner, BlockHash id) {
    long said = Shape.of(miner).coinbaseHeight();
    if (said != height) {
      throw new DataInvalid("the coinbase says height " + said, "block " + id, ASK_ANOTHER);
    }
  }

  private CheckedTransaction transaction(TxHash named, UnverifiedTransaction raw, long[] indices) {
    try {
      return verified(named, decoded(named, raw), indices);
    } catch (DataInvalid e) {
      return switch (unreadable) {
        case STOP -> throw e.within("tx " + named);
        case QUARANTINE ->
            new CheckedTransaction.Unread(
                named, raw.blob(), String.valueOf(e.getMessage()), indices);
      };
    }
  }

  /**
   * A transaction that no block names yet.
   *
   * @throws DataInvalid where its bytes cannot be read or do not hash to {@code named}
   */
  static CheckedTransaction.Verified whole(TxHash named, byte[] blob) {
    return verified(named, decoded(named, new UnverifiedTransaction(blob, null)), new long[0]);
  }

  /** What a transaction that hashes to {@code hash} holds. */
  static CheckedTransaction.Verified verified(
      TxHash hash, DecodedTransaction decoded, long[] indices) {
    return new CheckedTransaction.Verified(
        hash,
        Shape.of(decoded.transaction()),
        prunableHash(decoded.transaction()),
        TransactionWeight.of(decoded),
        indices);
  }

  private static Optional<Hash> prunableHash(Transaction transaction) {
    if (!(transaction instanceof TransactionV2 v2)) {
      return Optional.empty();
    } else if (v2.prunable() instanceof Prunable.Whole whole) {
      return Optional.of(whole.hash());
    } else if (v2.prunable() instanceof Prunable.Pruned pruned) {
      return Optional.of(pruned.hash());
    }
    return Optional.empty();
  }

  /**
   * Reads a transaction.
   *
   * @throws DataInvalid where it is not the one that is named
   */
  static DecodedTransaction decoded(TxHash named, UnverifiedTransaction raw) {
    DecodedTransaction decoded =
        raw.prunableHash() == null
            ? DecodedTransaction.full(raw.blob())
            : DecodedTransaction.pruned(raw.blob(), raw.prunableHash());
    if (decoded.transaction() instanceof UnsupportedTransaction unsupported) {
      throw new DataInvalid(
          "not supported: " + unsupported.reason(),
          "transaction",
          "use a newer version of Ringlight, or --quarantine to keep its bytes and go on");
    }
    TxHash hash =
        TransactionHashes.of(decoded)
            .orElseThrow(
                () ->
                    new DataInvalid(
                        "the node gave no hash of what it pruned", "transaction", ASK_ANOTHER));
    if (!hash.equals(named)) {
      throw new DataInvalid("its bytes hash to " + hash, "transaction", ASK_ANOTHER);
    }
    return decoded;
  }
}
