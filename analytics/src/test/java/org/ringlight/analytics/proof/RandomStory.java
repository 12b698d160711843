package org.ringlight.analytics.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.ringlight.lake.mini.MiniChain;

/**
 * A small chain made by a seed, told as a story: cleartext and hidden amounts, small rings, members
 * that stand twice, outputs with one key. Nobody spends a key twice.
 */
final class RandomStory {

  private record Made(String name, int space, int index, int key, int block) {}

  private final SplittableRandom random;
  private final StringBuilder story = new StringBuilder("```chain\n");
  private final List<Made> outputs = new ArrayList<>();
  private final int[] indexes = new int[3];
  private final Set<Integer> spent = new HashSet<>();
  private int keys;

  private RandomStory(long seed) {
    random = new SplittableRandom(seed);
  }

  static MiniChain of(long seed, int blocks) {
    RandomStory told = new RandomStory(seed);
    int size = 1 + told.random.nextInt(3);
    int transactions = 0;
    for (int block = 0; block < blocks; block++) {
      told.story.append("block ").append(block).append(": ");
      told.pay(1 + told.random.nextInt(3), block);
      for (int i = told.random.nextInt(3); i > 0; i--) {
        transactions += told.spend(transactions, size, block);
      }
    }
    return MiniChain.of(told.story + "```\n");
  }

  private void pay(int count, int block) {
    for (int i = 0; i < count; i++) {
      int space = random.nextInt(indexes.length);
      String name = "o" + outputs.size();
      story.append(i == 0 ? "" : " ").append(name).append(space == 0 ? "" : "=" + space);
      int key = keys;
      if (!outputs.isEmpty() && random.nextInt(12) == 0) {
        Made same = outputs.get(random.nextInt(outputs.size()));
        story.append(" has the key of ").append(first(same.key()));
        key = same.key();
      } else {
        keys++;
      }
      outputs.add(new Made(name, space, indexes[space]++, key, block));
    }
    story.append('\n');
  }

  private String first(int key) {
    return outputs.stream().filter(made -> made.key() == key).findFirst().orElseThrow().name();
  }

  private int spend(int number, int size, int block) {
    List<Made> free =
        outputs.stream()
            .filter(made -> made.block() < block && !spent.contains(made.key()))
            .toList();
    if (free.isEmpty()) {
      return 0;
    }
    Made truth = free.get(random.nextInt(free.size()));
    spent.add(truth.key());
    List<Made> decoys =
        outputs.stream()
            .filter(made -> made.block() < block && made.space() == truth.space())
            .toList();
    List<Made> members = new ArrayList<>(List.of(truth));
    for (int i = random.nextInt(size + 1); i > 0; i--) {
      members.add(decoys.get(random.nextInt(decoys.size())));
    }
    TreeMap<Integer, List<String>> ordered = new TreeMap<>();
    for (Made member : members) {
      ordered.computeIfAbsent(member.index(), any -> new ArrayList<>()).add(member.name());
    }
    List<String> names = ordered.values().stream().flatMap(List::stream).toList();
    story
        .append("tx t")
        .append(number)
        .append("\n  spends ")
        .append(truth.name())
        .append(" among ")
        .append(String.join(" ", names))
        .append("\n  pays ");
    pay(1, block);
    return 1;
  }
}
