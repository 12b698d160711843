package org.ringlight.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/**
 * Seeded rows of a chain whose rings name outputs that are there: two index spaces, rings with a
 * member twice, outputs with the same key, coinbases, payment ids. Grows block by block; another
 * chain can branch off it anywhere.
 */
final class GrownChain {

  static final ChainIdentity IDENTITY =
      new ChainIdentity("regtest", BlockHash.of(bytes("block", 0, 0)));

  private static final long DENOMINATION = 1_000;

  private final List<Grown> blocks;
  private long seed;

  /** A block's rows. */
  record Grown(
      BlockRow block,
      List<TransactionRow> transactions,
      List<OutputRow> outputs,
      List<RingRow> rings) {}

  private GrownChain(List<Grown> blocks, long seed) {
    this.blocks = blocks;
    this.seed = seed;
  }

  static GrownChain of(int size) {
    return new GrownChain(new ArrayList<>(), 0).grow(size);
  }

  long tip() {
    return blocks.size() - 1L;
  }

  BlockHash hash(long height) {
    return blocks.get((int) height).block().hash();
  }

  Grown block(long height) {
    return blocks.get((int) height);
  }

  /** The same up to {@code height}, and others after it. */
  GrownChain fork(long height, long otherSeed, int more) {
    return new GrownChain(new ArrayList<>(blocks.subList(0, (int) height + 1)), otherSeed)
        .grow(more);
  }

  GrownChain grow(int more) {
    for (int i = 0; i < more; i++) {
      blocks.add(next());
    }
    return this;
  }

  private List<OutputRow> outputs(long space) {
    return blocks.stream()
        .flatMap(block -> block.outputs().stream())
        .filter(output -> output.indexSpace() == space)
        .toList();
  }

  private Grown next() {
    long height = blocks.size();
    Random random = new Random(seed * 7919 + height);
    long txId = blocks.stream().mapToLong(block -> block.transactions().size()).sum();
    long outputId = blocks.stream().mapToLong(block -> block.outputs().size()).sum();
    long ringId = blocks.stream().mapToLong(block -> block.rings().size()).sum();
    List<TransactionRow> transactions = new ArrayList<>();
    List<OutputRow> outputs = new ArrayList<>();
    List<RingRow> rings = new ArrayList<>();
    int count = 1 + (height < 5 ? 0 : random.nextInt(4));
    long[] known = {outputs(0).size(), outputs(DENOMINATION).size()};
    long[] next = known.clone();
    for (int index = 0; index < count; index++) {
      boolean coinbase = index == 0;
      int inputs = coinbase ? 0 : 1 + random.nextInt(3);
      int created = 1 + random.nextInt(3);
      TxHash hash = TxHash.of(seeded("tx", height, index));
      transactions.add(
          new TransactionRow(
              txId,
              height,
              index,
              hash,
              coinbase,
              index % 2 == 0 ? 2 : 1,
              index % 2 == 0 ? 6 : null,
              coinbase ? height + 60 : index % 3 == 0 ? -1 : 0,
              coinbase ? null : 30_000L + index,
              1500 + index,
              Math.max(1, inputs),
              created,
              new byte[] {1},
              List.of(),
              index == 2 ? bytes("payment", height, index) : null,
              index == 2 ? "plain" : null,
              null));
      for (int i = 0; i < inputs; i++) {
        int space = known[1] > 3 && random.nextInt(4) == 0 ? 1 : 0;
        rings.add(ring(ringId++, txId, height, i, space, known[space], random));
      }
      for (int i = 0; i < created; i++) {
        int space = random.nextInt(3) == 0 ? 1 : 0;
        boolean sameKey = random.nextInt(20) == 0;
        outputs.add(
            new OutputRow(
                outputId,
                txId,
                height,
                i,
                space == 0 ? 0 : DENOMINATION,
                next[space]++,
                space == 0 && !coinbase ? null : DENOMINATION,
                PublicKey.of(
                    sameKey ? bytes("key", -1, -1) : seeded("key", height, 100 * index + i)),
                null,
                null,
                null));
        outputId++;
      }
      txId++;
    }
    BlockHash before = height == 0 ? BlockHash.of(new byte[32]) : hash(height - 1);
    return new Grown(
        new BlockRow(
            height,
            BlockHash.of(seeded("block", height, 0)),
            before,
            1_600_000_000 + 120 * height,
            16,
            16,
            height,
            transactions.get(0).hash(),
            count - 1,
            2000 + height,
            600_000_000_000L,
            300_000),
        transactions,
        outputs,
        rings);
  }

  private RingRow ring(
      long ringId, long txId, long height, int input, int space, long known, Random random) {
    long[] members =
        random.longs(2 + random.nextInt(9), 0, known).sorted().toArray(); // one may stand twice
    List<OutputRow> all = outputs(space == 0 ? 0 : DENOMINATION);
    long[] ids = new long[members.length];
    for (int i = 0; i < members.length; i++) {
      ids[i] = all.get((int) members[i]).outputId();
    }
    return new RingRow(
        ringId,
        txId,
        height,
        input,
        space == 0 ? 0 : DENOMINATION,
        KeyImage.of(seeded("image", height, 1_000_000 * ringId + input)),
        members,
        ids,
        null);
  }

  private byte[] seeded(String what, long height, long number) {
    return bytes(seed == 0 ? what : what + seed, height, number);
  }

  private static byte[] bytes(String what, long height, long number) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest((what + " " + height + " " + number).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes the tables hold this chain up to {@code to}, whatever branch they held before. */
  void writeTo(Lake lake, long to) {
    try (Writer writer = lake.writer(Namespace.XMR)) {
      writer.claim(IDENTITY);
      long held = writer.tip().map(tip -> tip.height()).orElse(-1L);
      try (Commit commit = writer.begin()) {
        long common = common(lake, Math.min(held, to));
        if (held > common) {
          commit.deleteAbove(common);
        }
        appendTo(commit, common + 1, to);
        commit.commit(to, hash(to));
      }
    }
  }

  private long common(Lake lake, long held) {
    if (held < 0) {
      return -1;
    }
    try (var tables = lake.current(Namespace.XMR).orElseThrow();
        var rows = tables.scan(BlockRow.TABLE)) {
      long common = -1;
      while (rows.hasNext()) {
        BlockRow row = rows.next();
        if (row.height() <= held && row.hash().equals(hash(row.height()))) {
          common = row.height();
        }
      }
      return common;
    }
  }

  void appendTo(Commit commit, long from, long to) {
    for (long height = from; height <= to; height++) {
      append(commit, block(height));
    }
  }

  private static void append(Commit commit, Grown block) {
    commit.append(BlockRow.TABLE, block.block());
    block.transactions().forEach(row -> commit.append(TransactionRow.TABLE, row));
    block.outputs().forEach(row -> commit.append(OutputRow.TABLE, row));
    block.rings().forEach(row -> commit.append(RingRow.TABLE, row));
  }
}
