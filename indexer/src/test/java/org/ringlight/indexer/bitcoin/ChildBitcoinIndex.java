package org.ringlight.indexer.bitcoin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.Namespace;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.rpc.bitcoin.BitcoinBlocks;
import org.ringlight.rpc.bitcoin.RawBitcoinBlock;

/**
 * A process that indexes a made chain, a commit for each page, and is killed meanwhile. It prints a
 * line whenever there is a new tip.
 */
final class ChildBitcoinIndex {

  private static final int GLANCE_MILLIS = 5;
  private static final int PAGE_MILLIS = 60;

  private ChildBitcoinIndex() {}

  /** The chain of the branch that is named {@code main} or {@code other}. */
  static MadeChain chain(String branch) {
    MadeChain shared = new MadeChain(77).grow(40, 8);
    return branch.equals("main") ? shared.branch(1).grow(12, 8) : shared.branch(2).grow(60, 8);
  }

  static MadeSource source(String branch) {
    return new MadeSource(chain(branch), 6);
  }

  public static void main(String[] arguments) {
    Lake lake = Lake.open(Path.of(arguments[1]));
    try (BitcoinIndexer indexer =
        new BitcoinIndexer(new Slow(source(arguments[0])), lake, BitcoinFolder.OFTEN)) {
      Thread teller = new Thread(() -> tell(lake));
      teller.setDaemon(true);
      teller.start();
      indexer.run(Indexing.everything());
    }
  }

  private static void tell(Lake lake) {
    try {
      for (long told = height(lake); true; Thread.sleep(GLANCE_MILLIS)) {
        long height = height(lake);
        if (height != told) {
          System.out.println(height);
          told = height;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long height(Lake lake) {
    return lake.tip(Namespace.BTC).map(Tip::height).orElse(-1L);
  }

  /** A source that takes its time. */
  private record Slow(BitcoinBlocks source) implements BitcoinBlocks {

    @Override
    public String name() {
      return source.name();
    }

    @Override
    public BitcoinNetwork network() {
      return source.network();
    }

    @Override
    public long tipHeight() {
      return source.tipHeight();
    }

    @Override
    public Optional<BlockHash> hashIfAny(long height) {
      return source.hashIfAny(height);
    }

    @Override
    public List<RawBitcoinBlock> blocks(long from, long to, long maxBytes) {
      try {
        Thread.sleep(PAGE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return source.blocks(from, to, maxBytes);
    }

    @Override
    public void close() {
      source.close();
    }
  }
}
