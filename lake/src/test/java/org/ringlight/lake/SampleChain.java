package org.ringlight.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.MembershipRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.PoolFate;
import org.ringlight.lake.table.PoolRingRow;
import org.ringlight.lake.table.PoolTransactionRow;
import org.ringlight.lake.table.QuarantineRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Table;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/**
 * Seeded rows of a chain that never was: the same height and branch always give the same rows. Each
 * block has two transactions of two outputs and one ring.
 */
public record SampleChain(int branch) {

  /** The tables it has rows of. */
  public static final List<Table<?>> TABLES =
      List.of(
          BlockRow.TABLE,
          TransactionRow.TABLE,
          OutputRow.TABLE,
          RingRow.TABLE,
          MembershipRow.TABLE,
          QuarantineRow.TABLE,
          PoolTransactionRow.TABLE,
          PoolRingRow.TABLE);

  private Random random(String what, long number) {
    return new Random(31L * what.hashCode() + number * 1_000_003L + branch);
  }

  private byte[] bytes(String what, long number, int size) {
    byte[] bytes = new byte[size];
    random(what, number).nextBytes(bytes);
    return bytes;
  }

  public BlockHash hash(long height) {
    return BlockHash.of(bytes("block", height, 32));
  }

  public BlockRow block(long height) {
    return new BlockRow(
        height,
        hash(height),
        height == 0 ? BlockHash.of(new byte[32]) : hash(height - 1),
        1_400_000_000 + 120 * height,
        16,
        16,
        0xffff_ffffL - height,
        TxHash.of(bytes("tx", 2 * height, 32)),
        1,
        2000 + height,
        600_000_000_000L + branch,
        300_000_000_000L);
  }

  public TransactionRow transaction(long txId) {
    boolean coinbase = txId % 2 == 0;
    boolean first = txId % 7 == 0;
    return new TransactionRow(
        txId,
        txId / 2,
        (int) (txId % 2),
        TxHash.of(bytes("tx", txId, 32)),
        coinbase,
        first ? 1 : 2,
        first ? null : 6,
        coinbase ? txId / 2 + 60 : first ? -1 : 0,
        coinbase ? null : 30_000_000L,
        1500,
        1,
        2,
        bytes("extra", txId, (int) (txId % 50)),
        IntStream.range(0, (int) (txId % 4))
            .mapToObj(i -> PublicKey.of(bytes("key" + i, txId, 32)))
            .toList(),
        paymentId(txId),
        switch ((int) (txId % 3)) {
          case 0 -> null;
          case 1 -> "plain";
          default -> "encrypted";
        },
        first ? null : Hash.of(bytes("prunable", txId, 32)));
  }

  private byte @Nullable [] paymentId(long txId) {
    return txId % 3 == 0 ? null : bytes("payment", txId, txId % 3 == 1 ? 32 : 8);
  }

  public OutputRow output(long outputId) {
    boolean clear = outputId % 5 == 0;
    return new OutputRow(
        outputId,
        outputId / 2,
        outputId / 4,
        (int) (outputId % 2),
        clear ? -5 - outputId : 0,
        outputId,
        clear ? -5 - outputId : null,
        PublicKey.of(bytes("output", outputId, 32)),
        clear ? null : Commitment.of(bytes("commitment", outputId, 32)),
        clear ? null : (int) (outputId % 256),
        outputId % 3 == 0 ? null : bytes("amount", outputId, clear ? 64 : 8));
  }

  public RingRow ring(long ringId) {
    return new RingRow(
        ringId,
        2 * ringId + 1,
        ringId,
        0,
        ringId % 3 == 0 ? Long.MIN_VALUE : 0,
        KeyImage.of(bytes("image", ringId, 32)),
        random("ring", ringId).longs(ringId % 17, 0, 1L << 40).sorted().toArray(),
        memberIds(ringId),
        ringId % 5 == 0 ? Commitment.of(bytes("pseudo", ringId, 32)) : null);
  }

  private long @Nullable [] memberIds(long ringId) {
    return ringId % 11 == 10
        ? null
        : LongStream.range(0, ringId % 17).map(i -> i % 4 == 3 ? RingRow.NO_ID : i).toArray();
  }

  public QuarantineRow quarantine(long height) {
    return new QuarantineRow(
        height,
        height % 2 == 0 ? hash(height) : null,
        height % 3 == 0 ? TxHash.of(bytes("tx", height, 32)) : null,
        "height " + height + ", extra",
        "größer als erlaubt",
        bytes("odd", height, (int) (height % 9)),
        1_700_000_000L);
  }

  /** A stay in the pool that block {@code height} decided, or can. */
  public PoolTransactionRow poolTransaction(long height, PoolFate fate) {
    TransactionRow facts = transaction(2 * height + 1);
    return new PoolTransactionRow(
        height,
        facts.hash(),
        fate,
        1_700_000_000L + height,
        1_700_000_100L + height,
        facts.version(),
        facts.rctType(),
        facts.unlockTime(),
        30_000_000L,
        facts.weight(),
        facts.inputCount(),
        facts.outputCount(),
        facts.extra(),
        facts.txPublicKeys(),
        facts.paymentId(),
        facts.paymentIdKind());
  }

  public PoolRingRow poolRing(long height) {
    RingRow ring = ring(height);
    TxHash spender = transaction(2 * height + 1).hash();
    return new PoolRingRow(height, spender, 0, ring.indexSpace(), ring.keyImage(), ring.members());
  }

  /**
   * Appends all rows of the blocks from {@code from} to {@code to}, both included; for each tenth
   * block a transaction waits while it is the next.
   */
  public void append(Commit commit, long from, long to) {
    commit.takeBackUndecided();
    for (long height = from; height <= to; height++) {
      commit.append(BlockRow.TABLE, block(height));
      for (long tx = 2 * height; tx < 2 * height + 2; tx++) {
        commit.append(TransactionRow.TABLE, transaction(tx));
      }
      for (long output = 4 * height; output < 4 * height + 4; output++) {
        commit.append(OutputRow.TABLE, output(output));
      }
      commit.append(RingRow.TABLE, ring(height));
      if (height % 10 == 0) {
        commit.append(QuarantineRow.TABLE, quarantine(height));
        commit.append(PoolTransactionRow.TABLE, poolTransaction(height, PoolFate.MINED));
        commit.append(PoolRingRow.TABLE, poolRing(height));
      }
    }
    if (isAwaited(to + 1)) {
      commit.appendUndecided(PoolTransactionRow.TABLE, poolTransaction(to + 1, PoolFate.PENDING));
      commit.appendUndecided(PoolRingRow.TABLE, poolRing(to + 1));
    }
  }

  private static boolean isAwaited(long height) {
    return height % 10 == 0;
  }

  /** Commits the blocks from {@code from} to {@code to}, both included. */
  public Tip commit(Writer writer, long from, long to) {
    try (Commit commit = writer.begin()) {
      append(commit, from, to);
      return commit.commit(to, hash(to));
    }
  }

  /** Asserts that {@code snapshot} holds exactly the blocks up to its tip. */
  public void assertHeldBy(Snapshot snapshot) {
    long height = snapshot.tip().height();
    RowsAssert.same(snapshot, BlockRow.TABLE, list(height + 1, this::block));
    RowsAssert.same(snapshot, TransactionRow.TABLE, list(2 * height + 2, this::transaction));
    RowsAssert.same(snapshot, OutputRow.TABLE, list(4 * height + 4, this::output));
    RowsAssert.same(snapshot, RingRow.TABLE, list(height + 1, this::ring));
    RowsAssert.sameInAnyOrder(snapshot, MembershipRow.TABLE, memberships(height));
    RowsAssert.same(snapshot, QuarantineRow.TABLE, list(height / 10 + 1, i -> quarantine(10 * i)));
    List<PoolTransactionRow> pool =
        new ArrayList<>(list(height / 10 + 1, i -> poolTransaction(10 * i, PoolFate.MINED)));
    if (isAwaited(height + 1)) {
      pool.add(poolTransaction(height + 1, PoolFate.PENDING));
    }
    RowsAssert.same(snapshot, PoolTransactionRow.TABLE, pool);
    RowsAssert.same(
        snapshot, PoolRingRow.TABLE, list(pool.size(), i -> poolRing(pool.get((int) i).height())));
  }

  private List<MembershipRow> memberships(long height) {
    List<MembershipRow> rows = new ArrayList<>();
    for (long ring = 0; ring <= height; ring++) {
      long[] ids = memberIds(ring);
      for (int position = 0; ids != null && position < ids.length; position++) {
        if (ids[position] != RingRow.NO_ID) {
          rows.add(new MembershipRow(ids[position], ring, position));
        }
      }
    }
    return rows;
  }

  private static <R> List<R> list(long size, LongFunction<R> row) {
    return LongStream.range(0, size).mapToObj(row).toList();
  }
}
