package org.ringlight.indexer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.pipeline.BranchChanged;
import org.ringlight.protocol.TxHash;
import org.ringlight.protocol.wire.DecodedBlock;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.FetchedTransaction;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.UnverifiedBlock;
import org.ringlight.rpc.UnverifiedTransaction;

/**
 * Pages of a node that has pruned its blocks, made verifiable: the prunable hashes that the page
 * leaves out are asked for by transaction, and transactions of version 1, which have none and are
 * never pruned, are asked for whole.
 */
final class PrunedPages {

  private final NodeClient node;

  PrunedPages(NodeClient node) {
    this.node = node;
  }

  ChainPage page(long height) {
    ChainPage page = node.page(height, PageForm.PRUNED);
    List<TxHash> ringCt = new ArrayList<>();
    List<TxHash> versionOne = new ArrayList<>();
    List<List<TxHash>> named = new ArrayList<>();
    for (int i = 0; i < page.blocks().size(); i++) {
      named.add(hashes(page.blocks().get(i), height + i));
      for (int t = 0; t < named.get(i).size(); t++) {
        UnverifiedTransaction transaction = page.blocks().get(i).transactions().get(t);
        if (!isComplete(transaction)) {
          (isVersionOne(transaction) ? versionOne : ringCt).add(named.get(i).get(t));
        }
      }
    }
    if (ringCt.isEmpty() && versionOne.isEmpty()) {
      return page;
    }
    Map<TxHash, UnverifiedTransaction> completed = new HashMap<>();
    for (FetchedTransaction fetched : node.prunedTransactions(ringCt)) {
      completed.put(
          fetched.asked(), new UnverifiedTransaction(fetched.pruned(), fetched.prunableHash()));
    }
    for (FetchedTransaction fetched : node.transactions(versionOne)) {
      completed.put(fetched.asked(), new UnverifiedTransaction(fetched.blob(), null));
    }
    List<UnverifiedBlock> blocks = new ArrayList<>();
    for (int i = 0; i < page.blocks().size(); i++) {
      blocks.add(complete(page.blocks().get(i), named.get(i), completed));
    }
    return new ChainPage(page.startHeight(), page.chainHeight(), blocks);
  }

  private static boolean isComplete(UnverifiedTransaction transaction) {
    return !isVersionOne(transaction) && transaction.prunableHash() != null;
  }

  private static UnverifiedTransaction found(
      TxHash hash, Map<TxHash, UnverifiedTransaction> completed) {
    UnverifiedTransaction transaction = completed.get(hash);
    if (transaction == null) {
      throw new BranchChanged("tx " + hash + " is in a block of the node, which does not have it");
    }
    return transaction;
  }

  private static boolean isVersionOne(UnverifiedTransaction transaction) {
    return transaction.blob().length > 0 && transaction.blob()[0] == 1;
  }

  private static List<TxHash> hashes(UnverifiedBlock block, long height) {
    try {
      List<TxHash> hashes = DecodedBlock.of(block.blob()).block().transactionHashes();
      Decode.requireSameCount(hashes.size(), block);
      return hashes;
    } catch (DataInvalid e) {
      throw e.within("height " + height);
    }
  }

  private static UnverifiedBlock complete(
      UnverifiedBlock block, List<TxHash> named, Map<TxHash, UnverifiedTransaction> completed) {
    List<UnverifiedTransaction> transactions = new ArrayList<>();
    for (int t = 0; t < named.size(); t++) {
      UnverifiedTransaction asPaged = block.transactions().get(t);
      transactions.add(isComplete(asPaged) ? asPaged : found(named.get(t), completed));
    }
    return new UnverifiedBlock(block.blob(), transactions, block.outputIndices());
  }
}
