package org.ringlight.indexer;

import java.util.List;
import org.ringlight.indexer.pipeline.RawPage;
import org.ringlight.rpc.ChainPage;
import org.ringlight.rpc.HeaderFacts;
import org.ringlight.rpc.UnverifiedBlock;
import org.ringlight.rpc.UnverifiedTransaction;

/**
 * A page as a node sent it, with what the node says of each of its blocks; nothing of it is
 * verified.
 */
record FetchedPage(ChainPage page, List<HeaderFacts> facts) implements RawPage {

  @Override
  public int blockCount() {
    return page.blocks().size();
  }

  @Override
  public long bytes() {
    long bytes = 0;
    for (UnverifiedBlock block : page.blocks()) {
      bytes += block.blob().length;
      for (UnverifiedTransaction transaction : block.transactions()) {
        bytes += transaction.blob().length;
      }
    }
    return bytes;
  }
}
