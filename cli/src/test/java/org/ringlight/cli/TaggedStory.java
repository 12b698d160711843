package org.ringlight.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Writer;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;

/**
 * A small chain made by a seed, on which nothing is spent twice: rings of one to four members, some
 * named again, of hidden and of two cleartext amounts, and from some block on outputs with view
 * tags, so that the official tool's count goes wrong.
 */
final class TaggedStory {

  private static final int BLOCKS = 60;
  private static final int TAGGED_FROM = 12;
  private static final int AMOUNTS = 3;

  private record Made(String name, int amount, int index) {}

  private final SplittableRandom random;
  private final StringBuilder story = new StringBuilder("```chain\n");
  private final List<Made> outputs = new ArrayList<>();
  private final int[] indexes = new int[AMOUNTS];
  private final Set<String> spent = new HashSet<>();
  private int transactions;

  private TaggedStory(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Writes the tables into a new data directory. */
  static MiniChain write(long seed, Path data) {
    TaggedStory told = new TaggedStory(seed);
    for (int block = 0; block < BLOCKS; block++) {
      int before = told.outputs.size();
      told.story.append("block ").append(block).append(": ");
      told.pays(told.random.nextInt(1, 3));
      for (int i = told.random.nextInt(3); i > 0; i--) {
        told.transaction(before);
      }
    }
    MiniChain chain = MiniChain.of(told.story + "```\n");
    write(chain, data);
    return chain;
  }

  private void pays(int count) {
    for (int i = 0; i < count; i++) {
      int amount = random.nextInt(AMOUNTS);
      Made made = new Made("o" + outputs.size(), amount, indexes[amount]++);
      story.append(i == 0 ? "" : " ").append(made.name()).append(amount == 0 ? "" : "=" + amount);
      outputs.add(made);
    }
    story.append('\n');
  }

  /** Spends one of the first {@code known} outputs. */
  private void transaction(int known) {
    List<Made> there = outputs.subList(0, known);
    List<Made> free = there.stream().filter(made -> !spent.contains(made.name())).toList();
    if (free.isEmpty()) {
      return;
    }
    Made truth = free.get(random.nextInt(free.size()));
    spent.add(truth.name());
    List<Made> decoys = there.stream().filter(made -> made.amount() == truth.amount()).toList();
    TreeMap<Integer, String> members = new TreeMap<>(Map.of(truth.index(), truth.name()));
    for (int i = random.nextInt(4); i > 0; i--) {
      Made decoy = decoys.get(random.nextInt(decoys.size()));
      members.merge(decoy.index(), decoy.name(), (one, again) -> one + " " + again);
    }
    story.append("tx t").append(transactions++).append("\n  spends ").append(truth.name());
    story.append(" among ").append(String.join(" ", members.values())).append("\n  pays ");
    pays(1);
  }

  private static void write(MiniChain chain, Path data) {
    try (Lake lake = Lake.open(data);
        Writer writer = lake.writer(Namespace.XMR);
        Commit commit = writer.begin()) {
      chain.blocks().forEach(row -> commit.append(BlockRow.TABLE, row));
      chain.transactions().forEach(row -> commit.append(TransactionRow.TABLE, row));
      chain.outputs().forEach(row -> commit.append(OutputRow.TABLE, tagged(row)));
      chain.rings().forEach(row -> commit.append(RingRow.TABLE, row));
      commit.commit(BLOCKS - 1L, chain.block(BLOCKS - 1L));
    }
  }

  private static OutputRow tagged(OutputRow row) {
    return row.height() < TAGGED_FROM
        ? row
        : new OutputRow(
            row.outputId(),
            row.txId(),
            row.height(),
            row.indexInTx(),
            row.indexSpace(),
            row.amountIndex(),
            row.value(),
            row.publicKey(),
            row.commitment(),
            7,
            row.encryptedAmount());
  }
}
