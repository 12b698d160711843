package org.ringlight.indexer.bitcoin;

import java.util.List;
import org.ringlight.indexer.pipeline.RawPage;
import org.ringlight.rpc.bitcoin.RawBitcoinBlock;

/** Blocks in height order as a source gave them; nothing of them is verified. */
record RawBlocks(List<RawBitcoinBlock> blocks) implements RawPage {

  @Override
  public int blockCount() {
    return blocks.size();
  }

  @Override
  public long bytes() {
    long bytes = 0;
    for (RawBitcoinBlock block : blocks) {
      bytes += block.bytes().length;
    }
    return bytes;
  }
}
