package org.ringlight.analytics.official;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ringlight.protocol.OutputName;

/**
 * The official rules as the tool's source tells them, offsets, rounds and all: slow, with nothing
 * clever in it, for small chains.
 */
final class RulesAsTold implements ChainRows.Reader {

  private record Kept(long space, List<Long> offsets) {}

  private final List<Kept> kept = new ArrayList<>();
  private final Map<Kept, Integer> instances = new HashMap<>();
  private final Map<Long, long[]> perAmount = new HashMap<>();
  private final TreeMap<Long, TreeMap<Long, OfficialRule>> spent =
      new TreeMap<>(Long::compareUnsigned);

  @Override
  public void output(long space, long index, ChainRows.Tagging tagging) {
    if (tagging == ChainRows.Tagging.UNTAGGED) {
      perAmount.computeIfAbsent(space, amount -> new long[2])[0]++;
    }
  }

  @Override
  public void ring(long space, long[] members) {
    List<Long> offsets = new ArrayList<>(List.of(members[0]));
    for (int i = 1; i < members.length; i++) {
      if (members[i] - members[i - 1] != 0) {
        offsets.add(members[i] - members[i - 1]);
      }
    }
    Kept ring = new Kept(space, offsets);
    kept.add(ring);
    int times = instances.merge(ring, 1, Integer::sum);
    long[] totalAndSpent = perAmount.computeIfAbsent(space, amount -> new long[2]);
    if (members.length == 1) {
      add(space, members[0], OfficialRule.RING_SIZE_1);
    } else if (times == offsets.size()) {
      for (int i = 0; i < offsets.size(); i++) {
        add(space, members[i], OfficialRule.DUPLICATE_RINGS);
      }
    } else if (totalAndSpent[1] + 1 == totalAndSpent[0]) {
      for (long i = 0; i < totalAndSpent[0]; i++) {
        add(space, i, OfficialRule.FULL_COUNT);
      }
    }
    totalAndSpent[1]++;
  }

  private void add(long space, long index, OfficialRule rule) {
    spent.computeIfAbsent(space, amount -> new TreeMap<>()).putIfAbsent(index, rule);
  }

  private boolean isSpent(long space, long index) {
    return spent.containsKey(space) && spent.get(space).containsKey(index);
  }

  /** The marks, {@code SPACE:INDEX rule}. */
  List<String> marks() {
    SortedSet<String> work = new TreeSet<>(names());
    while (!work.isEmpty()) {
      work = round(work);
    }
    List<String> words = new ArrayList<>();
    spent.forEach(
        (space, indexes) ->
            indexes.forEach(
                (index, rule) -> words.add(new OutputName(space, index) + " " + rule.word())));
    return words;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    spent.forEach(
        (space, indexes) ->
            indexes.keySet().forEach(index -> names.add(new OutputName(space, index).toString())));
    return names;
  }

  private SortedSet<String> round(SortedSet<String> work) {
    SortedSet<String> next = new TreeSet<>();
    for (Kept ring : kept) {
      List<Long> members = new ArrayList<>();
      long member = 0;
      for (long offset : ring.offsets) {
        member += offset;
        members.add(member);
      }
      List<Long> unknown = members.stream().filter(index -> !isSpent(ring.space, index)).toList();
      boolean isTouched =
          members.stream()
              .anyMatch(index -> work.contains(new OutputName(ring.space, index).toString()));
      if (isTouched && unknown.size() == 1) {
        add(ring.space, unknown.get(0), OfficialRule.CHAIN_REACTION);
        next.add(new OutputName(ring.space, unknown.get(0)).toString());
      }
    }
    return next;
  }
}
