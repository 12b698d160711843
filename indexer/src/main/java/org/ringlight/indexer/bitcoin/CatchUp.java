package org.ringlight.indexer.bitcoin;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.pipeline.Asking;
import org.ringlight.indexer.pipeline.BranchChanged;
import org.ringlight.indexer.pipeline.CommitDue;
import org.ringlight.indexer.pipeline.FollowListener;
import org.ringlight.indexer.pipeline.Followed;
import org.ringlight.indexer.pipeline.IndexProgress;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.indexer.pipeline.Pace;
import org.ringlight.indexer.pipeline.Pages;
import org.ringlight.indexer.pipeline.ReorganisationRule;
import org.ringlight.indexer.pipeline.Segments;
import org.ringlight.indexer.pipeline.Stop;
import org.ringlight.indexer.pipeline.Stretch;
import org.ringlight.indexer.pipeline.Stretches;
import org.ringlight.indexer.pipeline.Tally;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.Namespace;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.bitcoin.Target;
import org.ringlight.rpc.bitcoin.BitcoinBlocks;
import org.ringlight.rpc.bitcoin.RawBitcoinBlock;

/** What brings the tables up to the source's chain as it is now; over and over, where it grows. */
final class CatchUp implements Followed {

  private static final long WORK_BYTES = 32L << 20;
  private static final int BITS_AT = 72;

  private final BitcoinBlocks source;
  private final Lake lake;
  private final Writer writer;
  private final Indexing wanted;
  private final CommitDue due;
  private final Duration poll;
  private final IndexProgress progress;
  private final Asking asking;
  private final Stop stop;
  private final Tally tally;
  private final Stretches stretches;
  private Pace pace = Pace.MANY_BLOCKS_AT_ONCE;

  /**
   * @param poll how long nothing need be asked after the source's tip was reached
   */
  CatchUp(
      BitcoinBlocks source,
      Lake lake,
      Writer writer,
      Indexing wanted,
      CommitDue due,
      Duration poll,
      IndexProgress progress,
      Asking asking,
      Stop stop,
      Tally tally) {
    this.source = source;
    this.lake = lake;
    this.writer = writer;
    this.wanted = wanted;
    this.due = due;
    this.poll = poll;
    this.progress = progress;
    this.asking = asking;
    this.stop = stop;
    this.tally = tally;
    this.stretches =
        new Stretches(
            source.name(),
            source::hashIfAny,
            wanted,
            asking,
            new ReorganisationRule(source.name(), work(), wanted.deep(), tally::note));
    stored().close(); // says at once where the first height wanted is another than the stored one
  }

  private StoredBlocks stored() {
    return new StoredBlocks(lake.current(Namespace.BTC), wanted.from());
  }

  private ReorganisationRule.Work work() {
    return new ReorganisationRule.Work() {
      @Override
      public BigInteger stored(long height) {
        try (StoredBlocks stored = CatchUp.this.stored()) {
          return stored.workAbove(height);
        }
      }

      @Override
      public BigInteger offered(long from, long to) {
        return CatchUp.this.offered(from, to);
      }
    };
  }

  /** As the headers claim; that they have done it is checked before anything is given up. */
  private BigInteger offered(long from, long to) {
    BigInteger sum = BigInteger.ZERO;
    for (long next = from; next <= to; ) {
      List<RawBitcoinBlock> blocks = source.blocks(next, to, WORK_BYTES);
      if (blocks.isEmpty()) {
        throw new BranchChanged("the chain ends before height " + next);
      }
      for (RawBitcoinBlock block : blocks) {
        sum = sum.add(claimedWork(block));
      }
      next += blocks.size();
    }
    return sum;
  }

  private static BigInteger claimedWork(RawBitcoinBlock block) {
    ByteBuffer bytes = ByteBuffer.wrap(block.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    try {
      return Target.ofBits(Integer.toUnsignedLong(bytes.getInt(BITS_AT))).work();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new DataInvalid(
          "bytes that are no block: " + e.getMessage(),
          "height " + block.height(),
          DecodeBlocks.ASK_ANOTHER,
          e);
    }
  }

  @Override
  public long blocks() {
    return tally.blocks();
  }

  @Override
  public void setPace(Pace pace) {
    this.pace = pace;
  }

  @Override
  public void claim() {
    writer.claim(asking.answer(this::identity));
  }

  private ChainIdentity identity() {
    BlockHash expected = source.network().genesisHash();
    Optional<BlockHash> genesis = source.hashIfAny(0);
    if (genesis.isPresent() && !genesis.get().equals(expected)) {
      throw new ConfigurationInvalid(
          "its first block is "
              + genesis.get()
              + ", that of "
              + source.network().word()
              + " is "
              + expected,
          source.name(),
          "name the network it is of");
    }
    return new ChainIdentity(source.network().word(), expected);
  }

  @Override
  public void run(FollowListener listener) {
    new Segments(source.name(), writer, tally, stop).all(this::segment, listener);
    tally.untold().forEach(listener::note);
  }

  @Override
  public Duration lookAtPool() {
    return poll;
  }

  @Override
  public void finish() {}

  /**
   * From the last block shared with the source to the last one wanted, as long as the source keeps
   * to one branch.
   *
   * @return whether there was anything to do
   */
  private boolean segment() {
    long sourceTip = asking.answer(source::tipHeight);
    Optional<BlockHash> hash = asking.answer(() -> source.hashIfAny(sourceTip));
    if (hash.isPresent() && writer.tip().map(Tip::hash).equals(hash)) {
      return false;
    }
    try (StoredBlocks stored = stored()) {
      Optional<Stretch> next = stretches.next(stored, sourceTip, pace);
      next.ifPresent(stretch -> store(stored, stretch));
      return next.isPresent();
    }
  }

  private void store(StoredBlocks stored, Stretch stretch) {
    try (StoreBlocks store =
        new StoreBlocks(
            writer,
            stored,
            stretch.shared(),
            lake.folder().resolve("ids-btc"),
            source.network(),
            due,
            wanted.unreadable(),
            tally,
            progress)) {
      progress.begins(stretch.shared() + 1, stretch.to());
      try (Pages<RawBlocks, NamedBlock> pages =
          new Pages<>(
              new FetchBlocks(source),
              new DecodeBlocks(source.network(), store.fingerprints())::page,
              stretch.shared() + 1,
              stretch.to(),
              progress,
              stop::isAsked)) {
        store.appendAll(pages, progress);
      }
    }
  }
}
