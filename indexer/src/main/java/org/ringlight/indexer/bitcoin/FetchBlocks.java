package org.ringlight.indexer.bitcoin;

import java.util.List;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.pipeline.BranchChanged;
import org.ringlight.indexer.pipeline.PageSource;
import org.ringlight.rpc.bitcoin.BitcoinBlocks;
import org.ringlight.rpc.bitcoin.RawBitcoinBlock;

/** Stage one: blocks in height order, some megabytes at a time. */
final class FetchBlocks implements PageSource<RawBlocks> {

  private static final long PAGE_BYTES = 8L << 20;
  private static final int PAGE_BLOCKS = 1_000;

  private final BitcoinBlocks source;

  FetchBlocks(BitcoinBlocks source) {
    this.source = source;
  }

  @Override
  public RawBlocks page(long height, long last) {
    List<RawBitcoinBlock> blocks =
        source.blocks(height, Math.min(last, height + PAGE_BLOCKS - 1), PAGE_BYTES);
    if (blocks.isEmpty()) {
      throw new BranchChanged("the chain ends before height " + height);
    }
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i).height() != height + i) {
        throw new DataInvalid(
            "block " + blocks.get(i).height() + " came where another was asked for",
            source.name() + ", height " + (height + i),
            DecodeBlocks.ASK_ANOTHER);
      }
    }
    return new RawBlocks(blocks);
  }
}
