package org.ringlight.analytics.spark.contrast;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.SampleChain;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/**
 * One flow of money, made by a seed, that can be written as either chain: the same blocks at the
 * same times, the same transactions, the same spends, under the same numbers. As Monero each spend
 * hides among a few decoys, or among none.
 */
final class TwinFlow {

  /** What a coinbase pays. */
  static final long REWARD = 1_000_000;

  private static final long FIRST_TIME = 1_400_000_000L;
  private static final long BLOCK_TIME = 43_200;

  /** A transaction: its number is its place in the list. */
  record Tx(int height, List<Integer> spends, List<Integer> outputs) {}

  /** An output: its number is its place in the list. */
  record Output(int tx, int height, int indexInTx, long value) {}

  private final SplittableRandom random;
  private final int blocks;
  private final List<Tx> transactions = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();

  private TwinFlow(long seed, int blocks) {
    this.random = new SplittableRandom(seed);
    this.blocks = blocks;
  }

  /**
   * A flow.
   *
   * @param perBlock transactions of a block beside its coinbase, at most
   */
  static TwinFlow random(long seed, int blocks, int perBlock) {
    TwinFlow flow = new TwinFlow(seed, blocks);
    List<Integer> unspent = new ArrayList<>();
    for (int height = 0; height < blocks; height++) {
      List<Integer> made = new ArrayList<>(flow.pay(height, List.of(), REWARD));
      for (int n = flow.random.nextInt(perBlock + 1); n > 0 && unspent.size() > 2; n--) {
        List<Integer> spent = new ArrayList<>();
        for (int inputs = 1 + flow.random.nextInt(2); inputs > 0; inputs--) {
          spent.add(unspent.remove(flow.random.nextInt(unspent.size())));
        }
        long sum = spent.stream().mapToLong(output -> flow.outputs.get(output).value()).sum();
        long first = sum * (1 + flow.random.nextInt(9)) / 10;
        made.addAll(flow.pay(height, spent, first, sum - first));
      }
      unspent.addAll(made);
    }
    return flow;
  }

  private List<Integer> pay(int height, List<Integer> spends, long... values) {
    List<Integer> made = new ArrayList<>();
    for (long value : values) {
      made.add(outputs.size());
      outputs.add(new Output(transactions.size(), height, made.size() - 1, value));
    }
    transactions.add(new Tx(height, List.copyOf(spends), List.copyOf(made)));
    return made;
  }

  List<Tx> transactions() {
    return transactions;
  }

  List<Output> outputs() {
    return outputs;
  }

  long top() {
    return blocks - 1L;
  }

  /** 32 bytes of a number. */
  static byte[] numbered(String what, long number) {
    return ByteBuffer.allocate(32)
        .put(what.getBytes(StandardCharsets.US_ASCII))
        .putLong(24, number)
        .array();
  }

  static TxHash txHash(long tx) {
    return TxHash.of(numbered("tx", tx));
  }

  private static long time(long height) {
    return FIRST_TIME + BLOCK_TIME * height;
  }

  /**
   * Writes it as Monero, all outputs in one index space.
   *
   * @param decoys how many a ring has, where that many outputs exist
   * @param disclosed whether values are in the clear
   */
  void writeMonero(Lake lake, int decoys, boolean disclosed) {
    writeMonero(lake, decoys, disclosed, 0);
  }

  /** As {@link #writeMonero(Lake, int, boolean)}, the blocks from a height on. */
  void writeMonero(Lake lake, int decoys, boolean disclosed, int from) {
    int firstTx = firstTx(from);
    int firstOutput = firstOutput(from);
    SampleChain sample = new SampleChain(0);
    try (Writer writer = lake.writer(Namespace.XMR);
        Commit commit = writer.begin()) {
      for (long height = from; height < blocks; height++) {
        commit.append(BlockRow.TABLE, block(sample.block(height), 1 + (int) (3 * height / blocks)));
      }
      int ring = 0;
      int older = 0;
      for (int id = 0; id < transactions.size(); id++) {
        Tx tx = transactions.get(id);
        if (id >= firstTx) {
          commit.append(TransactionRow.TABLE, sampleTransaction(id, tx, id - firstTx));
        }
        for (int i = 0; i < tx.spends().size(); i++, ring++) {
          long[] members = members(tx, tx.spends().get(i), decoys);
          if (id < firstTx) {
            older++;
            continue;
          }
          long[] ids =
              Arrays.stream(members)
                  .map(member -> member < firstOutput ? RingRow.NO_ID : member - firstOutput)
                  .toArray();
          commit.append(
              RingRow.TABLE,
              new RingRow(
                  ring - older,
                  id - firstTx,
                  tx.height(),
                  i,
                  0,
                  KeyImage.of(numbered("ring", ring)),
                  members,
                  ids,
                  null));
        }
      }
      for (int id = firstOutput; id < outputs.size(); id++) {
        Output output = outputs.get(id);
        boolean known = disclosed || transactions.get(output.tx()).spends().isEmpty();
        commit.append(
            OutputRow.TABLE,
            new OutputRow(
                id - firstOutput,
                output.tx() - firstTx,
                output.height(),
                output.indexInTx(),
                0,
                id,
                known ? output.value() : null,
                PublicKey.of(numbered("key", id)),
                null,
                null,
                null));
      }
      commit.commit(top(), sample.hash(top()));
    }
  }

  private int firstTx(int height) {
    return (int) transactions.stream().filter(tx -> tx.height() < height).count();
  }

  private int firstOutput(int height) {
    return (int) outputs.stream().filter(output -> output.height() < height).count();
  }

  private static TransactionRow sampleTransaction(int number, Tx tx, int id) {
    return new TransactionRow(
        id,
        tx.height(),
        0,
        txHash(number),
        tx.spends().isEmpty(),
        2,
        6,
        0,
        0L,
        100,
        tx.spends().size(),
        tx.outputs().size(),
        new byte[0],
        List.of(),
        null,
        null,
        null);
  }

  private long[] members(Tx tx, int spent, int decoys) {
    TreeSet<Integer> members = new TreeSet<>(List.of(spent));
    List<Integer> older =
        new ArrayList<>(
            outputs.stream()
                .filter(output -> output.height() < tx.height())
                .map(outputs::indexOf)
                .toList());
    while (members.size() <= decoys && !older.isEmpty()) {
      members.add(older.remove(random.nextInt(older.size())));
    }
    return members.stream().mapToLong(Integer::longValue).toArray();
  }

  private static BlockRow block(BlockRow row, int major) {
    return new BlockRow(
        row.height(),
        row.hash(),
        row.previousHash(),
        time(row.height()),
        major,
        row.minor(),
        row.nonce(),
        row.minerTxHash(),
        row.txCount(),
        row.weight(),
        row.reward(),
        row.difficulty());
  }

  /** Writes it as Bitcoin. */
  void writeBitcoin(Lake lake) {
    writeBitcoin(lake, 0);
  }

  /** Writes it as Bitcoin, the blocks from a height on. */
  void writeBitcoin(Lake lake, int from) {
    int firstTx = firstTx(from);
    int firstOutput = firstOutput(from);
    try (Writer writer = lake.writer(Namespace.BTC);
        Commit commit = writer.begin()) {
      for (long height = from; height < blocks; height++) {
        commit.append(
            BitcoinBlockRow.TABLE,
            new BitcoinBlockRow(
                height,
                BlockHash.of(numbered("block", height)),
                BlockHash.of(numbered("block", height - 1)),
                Hash.of(numbered("root", height)),
                time(height),
                4,
                0x207f_ffffL,
                height,
                1,
                285,
                1_140,
                REWARD));
      }
      int input = 0;
      for (int id = firstTx; id < transactions.size(); id++) {
        Tx tx = transactions.get(id);
        commit.append(
            BitcoinTransactionRow.TABLE,
            new BitcoinTransactionRow(
                id - firstTx,
                tx.height(),
                0,
                txHash(id),
                tx.spends().isEmpty(),
                2,
                0,
                0L,
                200,
                800,
                tx.spends().size(),
                tx.outputs().size()));
        for (int i = 0; i < tx.spends().size(); i++) {
          int number = tx.spends().get(i);
          Output spent = outputs.get(number);
          boolean known = number >= firstOutput;
          commit.append(
              BitcoinInputRow.TABLE,
              new BitcoinInputRow(
                  input++,
                  id - firstTx,
                  tx.height(),
                  i,
                  txHash(spent.tx()),
                  spent.indexInTx(),
                  known ? (long) number - firstOutput : null,
                  known ? spent.value() : null,
                  null,
                  known ? "p2wpkh" : null,
                  0xffff_fffdL,
                  true,
                  null));
        }
      }
      for (int id = firstOutput; id < outputs.size(); id++) {
        Output output = outputs.get(id);
        commit.append(
            BitcoinOutputRow.TABLE,
            new BitcoinOutputRow(
                id - firstOutput,
                output.tx() - firstTx,
                output.height(),
                output.indexInTx(),
                output.value(),
                null,
                "p2wpkh",
                null));
      }
      commit.commit(top(), BlockHash.of(numbered("block", top())));
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(transactions.toArray());
  }
}
