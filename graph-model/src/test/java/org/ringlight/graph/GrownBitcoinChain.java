package org.ringlight.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.TxHash;

/**
 * Seeded rows of a Bitcoin chain: transactions of several inputs and outputs, addresses that are
 * paid again, outputs without one, transactions that spend within their block, and a coinbase with
 * the id of an earlier one. Grows block by block; another chain can branch off it anywhere; tables
 * can begin anywhere.
 */
final class GrownBitcoinChain {

  private static final int REPEATED = 3;
  private static final int REPEATS = 9;

  private final List<List<Tx>> blocks;
  private final List<Long> seeds;
  private final List<Coin> unspent = new ArrayList<>();
  private long seed;

  private record Coin(long height, int tx, int output) {}

  private record Out(long value, @Nullable String address) {}

  private record Tx(TxHash hash, List<Coin> spends, List<Out> creates) {}

  private GrownBitcoinChain(List<List<Tx>> blocks, List<Long> seeds, long seed) {
    this.blocks = blocks;
    this.seeds = seeds;
    this.seed = seed;
    for (int height = 0; height < blocks.size(); height++) {
      settle(height);
    }
  }

  static GrownBitcoinChain of(int size) {
    return new GrownBitcoinChain(new ArrayList<>(), new ArrayList<>(), 0).grow(size);
  }

  long tip() {
    return blocks.size() - 1L;
  }

  BlockHash hash(long height) {
    return BlockHash.of(bytes("block", seeds.get((int) height), height));
  }

  /** The same up to {@code height}, and others after it. */
  GrownBitcoinChain fork(long height, long otherSeed, int more) {
    int kept = (int) height + 1;
    return new GrownBitcoinChain(
            new ArrayList<>(blocks.subList(0, kept)),
            new ArrayList<>(seeds.subList(0, kept)),
            otherSeed)
        .grow(more);
  }

  GrownBitcoinChain grow(int more) {
    for (int i = 0; i < more; i++) {
      add();
    }
    return this;
  }

  private void add() {
    int height = blocks.size();
    Random random = new Random(seed * 7919 + height);
    List<Tx> block = new ArrayList<>();
    blocks.add(block);
    seeds.add(seed);
    TxHash coinbase =
        height == REPEATS
            ? blocks.get(REPEATED).get(0).hash()
            : TxHash.of(bytes("coinbase", seed, height));
    block.add(new Tx(coinbase, List.of(), List.of(new Out(5_000_000_000L, name(random)))));
    int count = height < 4 ? 0 : random.nextInt(4);
    for (int index = 1; index <= count; index++) {
      settleNew(height, index - 1);
      List<Coin> spends = new ArrayList<>();
      long value = 0;
      for (int i = 0; i <= random.nextInt(3) && !unspent.isEmpty(); i++) {
        Coin coin = unspent.remove(random.nextInt(unspent.size()));
        spends.add(coin);
        value += out(coin).value();
      }
      List<Out> creates = new ArrayList<>();
      int outputs = 1 + random.nextInt(3);
      for (int i = 0; i < outputs; i++) {
        boolean data = i > 0 && random.nextInt(5) == 0;
        creates.add(new Out(data ? 0 : value / outputs, data ? null : name(random)));
      }
      block.add(new Tx(TxHash.of(bytes("tx" + index, seed, height)), spends, creates));
    }
    settleNew(height, count);
  }

  private String name(Random random) {
    return "bc1q" + random.nextInt(20 + 2 * blocks.size());
  }

  private Out out(Coin coin) {
    return blocks.get((int) coin.height()).get(coin.tx()).creates().get(coin.output());
  }

  /** Makes what a block creates spendable, and what it spends spent. */
  private void settle(int height) {
    for (int tx = 0; tx < blocks.get(height).size(); tx++) {
      unspent.removeAll(blocks.get(height).get(tx).spends());
      settleNew(height, tx);
    }
  }

  private void settleNew(int height, int tx) {
    List<Out> creates = blocks.get(height).get(tx).creates();
    for (int i = 0; i < creates.size() && height != REPEATED; i++) {
      if (creates.get(i).address() != null) {
        unspent.add(new Coin(height, tx, i));
      }
    }
  }

  /** Makes the tables hold this chain up to {@code to}, whatever branch they held before. */
  void writeTo(Lake lake, long to) {
    writeTo(lake, 0, to);
  }

  /** As {@link #writeTo(Lake, long)}, in tables that begin at {@code from}. */
  void writeTo(Lake lake, long from, long to) {
    try (Writer writer = lake.writer(Namespace.BTC)) {
      writer.claim(new ChainIdentity("regtest", BlockHash.of(bytes("block", 0, 0))));
      long held = writer.tip().map(tip -> tip.height()).orElse(from - 1);
      try (Commit commit = writer.begin()) {
        long common = common(lake, Math.min(held, to), from);
        if (held > common) {
          commit.deleteAbove(common);
        }
        new RowsOf(from, common, to).append(commit);
        commit.commit(to, hash(to));
      }
    }
  }

  private long common(Lake lake, long held, long from) {
    if (held < from) {
      return from - 1;
    }
    long common = from - 1;
    try (Snapshot tables = lake.current(Namespace.BTC).orElseThrow();
        var rows = tables.scan(BitcoinBlockRow.TABLE)) {
      while (rows.hasNext()) {
        BitcoinBlockRow row = rows.next();
        if (row.height() <= held && row.hash().equals(hash(row.height()))) {
          common = row.height();
        }
      }
    }
    return common;
  }

  /** Numbers everything from the tables' first block on, and appends what lies above a height. */
  private final class RowsOf {
    private final long from;
    private final long above;
    private final long to;
    private final Map<Coin, Long> outputIds = new HashMap<>();
    private final Map<String, Long> addressIds = new LinkedHashMap<>();
    private long txId;
    private long inputId;
    private long outputId;

    RowsOf(long from, long above, long to) {
      this.from = from;
      this.above = above;
      this.to = to;
    }

    void append(Commit commit) {
      for (long height = from; height <= to; height++) {
        List<Tx> block = blocks.get((int) height);
        if (height > above) {
          commit.append(BitcoinBlockRow.TABLE, row(height, block.size()));
        }
        for (int index = 0; index < block.size(); index++) {
          append(commit, height, index, block.get(index));
        }
      }
    }

    private BitcoinBlockRow row(long height, int txCount) {
      return new BitcoinBlockRow(
          height,
          hash(height),
          height == 0 ? BlockHash.of(new byte[32]) : hash(height - 1),
          Hash.of(bytes("root", 0, height)),
          1_600_000_000 + 600 * height,
          4,
          0x207f_ffffL,
          height,
          txCount,
          300,
          1_200,
          5_000_000_000L);
    }

    private void append(Commit commit, long height, int index, Tx tx) {
      boolean known = true;
      long in = 0;
      for (int i = 0; i < tx.spends().size(); i++) {
        Coin coin = tx.spends().get(i);
        Long spent = outputIds.get(coin);
        Out out = out(coin);
        known &= spent != null;
        in += out.value();
        if (height > above) {
          commit.append(
              BitcoinInputRow.TABLE,
              new BitcoinInputRow(
                  inputId,
                  txId,
                  height,
                  i,
                  blocks.get((int) coin.height()).get(coin.tx()).hash(),
                  coin.output(),
                  spent,
                  spent == null ? null : out.value(),
                  spent == null ? null : addressIds.get(String.valueOf(out.address())),
                  spent == null ? null : "p2wpkh",
                  0xffff_fffdL,
                  i % 2 == 0,
                  null));
        }
        inputId++;
      }
      for (int i = 0; i < tx.creates().size(); i++) {
        append(commit, height, index, i, tx.creates().get(i));
      }
      if (height > above) {
        long paid = tx.creates().stream().mapToLong(Out::value).sum();
        Long fee = index == 0 ? Long.valueOf(0) : known ? Long.valueOf(in - paid) : null;
        commit.append(
            BitcoinTransactionRow.TABLE,
            new BitcoinTransactionRow(
                txId,
                height,
                index,
                tx.hash(),
                index == 0,
                2,
                height,
                fee,
                200 + index,
                800 + index,
                tx.spends().size(),
                tx.creates().size()));
      }
      txId++;
    }

    private void append(Commit commit, long height, int tx, int index, Out out) {
      String address = out.address();
      if (address != null && addressIds.putIfAbsent(address, (long) addressIds.size()) == null) {
        if (height > above) {
          commit.append(
              BitcoinAddressRow.TABLE,
              new BitcoinAddressRow(addressIds.size() - 1L, height, address, "p2wpkh"));
        }
      }
      outputIds.put(new Coin(height, tx, index), outputId);
      if (height > above) {
        commit.append(
            BitcoinOutputRow.TABLE,
            new BitcoinOutputRow(
                outputId,
                txId,
                height,
                index,
                out.value(),
                address == null ? null : addressIds.get(address),
                address == null ? "null_data" : "p2wpkh",
                address == null ? new byte[] {1} : null));
      }
      outputId++;
    }
  }

  private static byte[] bytes(String what, long seed, long number) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((what + " " + seed + " " + number).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
