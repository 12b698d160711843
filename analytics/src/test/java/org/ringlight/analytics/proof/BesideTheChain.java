package org.ringlight.analytics.proof;

import java.util.Arrays;
import java.util.List;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Writer;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.table.AltBlockRow;
import org.ringlight.lake.table.AltRingRow;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.BranchPlace;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.PoolFate;
import org.ringlight.lake.table.PoolRingRow;
import org.ringlight.lake.table.PoolTransactionRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;

/** Writes a chain of a story together with rings that are not on it. */
final class BesideTheChain implements AutoCloseable {

  private final MiniChain chain;
  private final Writer writer;
  private final Commit commit;

  BesideTheChain(MiniChain chain, Lake lake) {
    this.chain = chain;
    this.writer = lake.writer(Namespace.XMR);
    this.commit = writer.begin();
  }

  static BlockHash hash(int number) {
    byte[] bytes = new byte[BlockHash.LENGTH];
    bytes[0] = (byte) number;
    bytes[1] = 77;
    return BlockHash.of(bytes);
  }

  private long[] indexes(String... members) {
    return Arrays.stream(members).mapToLong(name -> chain.output(name).amountIndex()).toArray();
  }

  /** A block of its own at {@code height}, off the main chain, with a ring. */
  BesideTheChain block(
      int number, long height, boolean wasMain, KeyImage image, String... members) {
    BranchPlace place = new BranchPlace(hash(number), hash(number), height, 1, true);
    BlockRow like = chain.blocks().get((int) height);
    commit.append(
        AltBlockRow.TABLE,
        new AltBlockRow(
            place,
            new BlockRow(
                height,
                hash(number),
                chain.block(height - 1),
                like.timestamp(),
                8,
                8,
                0,
                like.minerTxHash(),
                1,
                100,
                like.reward(),
                wasMain ? 1000 : BranchPlace.NOT_KNOWN),
            List.of()));
    commit.append(
        AltRingRow.TABLE,
        new AltRingRow(
            place, TxHash.of(hash(number).toBytes()), ring(height, image, indexes(members))));
    return this;
  }

  private static RingRow ring(long height, KeyImage image, long[] members) {
    return new RingRow(
        BranchPlace.NOT_KNOWN, BranchPlace.NOT_KNOWN, height, 0, 0, image, members, null, null);
  }

  /** A transaction that waited in the pool and lost at {@code height}. */
  BesideTheChain pool(int number, long height, KeyImage image, String... members) {
    TxHash hash = TxHash.of(hash(number).toBytes());
    commit.append(
        PoolTransactionRow.TABLE,
        new PoolTransactionRow(
            height,
            hash,
            PoolFate.CONFLICTED,
            100,
            101,
            2,
            6,
            0,
            1,
            1,
            1,
            1,
            new byte[0],
            List.of(),
            null,
            null));
    commit.append(PoolRingRow.TABLE, new PoolRingRow(height, hash, 0, 0, image, indexes(members)));
    return this;
  }

  /** Commits it all with the main chain, whose blocks from {@code split} on have other ids. */
  void write(long split) {
    for (BlockRow row : chain.blocks()) {
      commit.append(
          BlockRow.TABLE,
          row.height() < split
              ? row
              : new BlockRow(
                  row.height(),
                  hash((int) row.height()),
                  row.height() == split ? row.previousHash() : hash((int) row.height() - 1),
                  row.timestamp(),
                  row.major(),
                  row.minor(),
                  row.nonce(),
                  row.minerTxHash(),
                  row.txCount(),
                  row.weight(),
                  row.reward(),
                  row.difficulty()));
    }
    for (TransactionRow row : chain.transactions()) {
      commit.append(TransactionRow.TABLE, row);
    }
    for (OutputRow row : chain.outputs()) {
      commit.append(OutputRow.TABLE, row);
    }
    for (RingRow row : chain.rings()) {
      commit.append(RingRow.TABLE, row);
    }
    int top = chain.blocks().size() - 1;
    commit.commit(top, top < split ? chain.block(top) : hash(top));
  }

  @Override
  public void close() {
    commit.close();
    writer.close();
  }
}
