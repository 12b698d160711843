package org.ringlight.analytics.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the rings and keys of each cleartext amount, when first asked. */
final class CountedBook implements Book.Counts {

  private final Outputs outputs;
  private final int chainOutputs;
  private final Rings rings;
  private final boolean fromGenesis;
  private @Nullable Map<Long, Amount> amounts;

  /** Heights, ascending. */
  private record Amount(List<Integer> keys, List<Integer> rings) {}

  CountedBook(Outputs outputs, int chainOutputs, Rings rings, boolean fromGenesis) {
    this.outputs = outputs;
    this.chainOutputs = chainOutputs;
    this.rings = rings;
    this.fromGenesis = fromGenesis;
  }

  @Override
  public boolean complete(long space, long height) {
    if (!fromGenesis) {
      return false;
    }
    Map<Long, Amount> counted = amounts;
    if (counted == null) {
      counted = count();
      amounts = counted;
    }
    Amount amount = counted.get(space);
    return amount != null && below(amount.rings(), height + 1) == below(amount.keys(), height);
  }

  private Map<Long, Amount> count() {
    Map<Long, Amount> counted = new HashMap<>();
    Map<Long, Set<Integer>> keys = new HashMap<>();
    for (int output = 0; output < chainOutputs; output++) {
      long space = outputs.space(output);
      if (space != 0
          && keys.computeIfAbsent(space, any -> new HashSet<>()).add(outputs.key(output))) {
        of(counted, space).keys().add(outputs.height(output));
      }
    }
    for (int ring = 0; ring < rings.onChain(); ring++) {
      if (rings.space(ring) != 0) {
        of(counted, rings.space(ring)).rings().add(rings.height(ring));
      }
    }
    return counted;
  }

  private static Amount of(Map<Long, Amount> counted, long space) {
    return counted.computeIfAbsent(space, any -> new Amount(new ArrayList<>(), new ArrayList<>()));
  }

  private static int below(List<Integer> ascending, long height) {
    int low = 0;
    int high = ascending.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ascending.get(middle) < height) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
