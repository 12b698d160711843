package org.ringlight.rpc.http;

import java.util.List;
import org.ringlight.protocol.Bytes32;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.UnverifiedBlock;
import org.ringlight.rpc.UnverifiedTransaction;
import org.ringlight.rpc.epee.EpeeType;
import org.ringlight.rpc.epee.EpeeWriter;

/** Writes a page as monerod answers {@code get_blocks.bin}; the inverse of {@link PageReader}. */
public final class PageWriter {

  private PageWriter() {}

  /** The answer that holds this page. */
  public static byte[] write(ChainPage page, PageForm form) {
    List<UnverifiedBlock> blocks = page.blocks();
    EpeeWriter out = new EpeeWriter(blocks.isEmpty() ? 3 : 5);
    if (!blocks.isEmpty()) {
      out.array("blocks", EpeeType.OBJECT, blocks.size());
      blocks.forEach(block -> block(out, block, form));
    }
    out.uint64("current_height", page.chainHeight());
    if (!blocks.isEmpty()) {
      out.array("output_indices", EpeeType.OBJECT, blocks.size());
      blocks.forEach(block -> indices(out, block));
    }
    out.uint64("start_height", page.startHeight());
    out.text("status", NodeStatus.OK);
    return out.toBytes();
  }

  /** The answer of a node that cannot give what was asked. */
  public static byte[] failed() {
    EpeeWriter out = new EpeeWriter(1);
    out.text("status", NodeStatus.FAILED);
    return out.toBytes();
  }

  private static void block(EpeeWriter out, UnverifiedBlock block, PageForm form) {
    List<UnverifiedTransaction> transactions = block.transactions();
    boolean pruned = form == PageForm.PRUNED;
    out.section(1 + (pruned ? 1 : 0) + (transactions.isEmpty() ? 0 : 1));
    out.string("block", block.blob());
    if (pruned) {
      out.bool("pruned", true);
    }
    if (transactions.isEmpty()) {
      return;
    }
    if (!pruned) {
      out.strings("txs", transactions.stream().map(UnverifiedTransaction::blob).toList());
      return;
    }
    out.array("txs", EpeeType.OBJECT, transactions.size());
    for (UnverifiedTransaction transaction : transactions) {
      out.section(2);
      out.string("blob", transaction.blob());
      byte[] hash = new byte[Bytes32.LENGTH];
      if (transaction.prunableHash() != null) {
        transaction.prunableHash().copyTo(hash, 0);
      }
      out.string("prunable_hash", hash);
    }
  }

  private static void indices(EpeeWriter out, UnverifiedBlock block) {
    out.section(1);
    out.array("indices", EpeeType.OBJECT, block.outputIndices().size());
    for (long[] ofTransaction : block.outputIndices()) {
      out.section(ofTransaction.length == 0 ? 0 : 1);
      if (ofTransaction.length > 0) {
        out.longs("indices", ofTransaction);
      }
    }
  }
}
