package org.ringlight.indexer.ids;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.ringlight.protocol.OutputName;

/**
 * A set of outputs by their names: a bit for each index of space 0 up to the largest one in it,
 * which is 20 MB for all of mainnet's; the others, which are few, in a hash set. For one thread.
 */
public final class OutputSet {

  private final BitSet ringCt = new BitSet();
  private final Set<OutputName> others = new HashSet<>();

  /** Adds an output; whether it is new. */
  public boolean add(OutputName name) {
    if (!isBit(name)) {
      return others.add(name);
    }
    boolean there = ringCt.get((int) name.amountIndex());
    ringCt.set((int) name.amountIndex());
    return !there;
  }

  public boolean contains(OutputName name) {
    return isBit(name) ? ringCt.get((int) name.amountIndex()) : others.contains(name);
  }

  private static boolean isBit(OutputName name) {
    return name.indexSpace() == 0
        && name.amountIndex() >= 0
        && name.amountIndex() < Integer.MAX_VALUE;
  }
}
