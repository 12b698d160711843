package org.ringlight.analytics.deduce;

import java.util.HashMap;
import java.util.Map;
import org.ringlight.analytics.finding.FindingSink;
import org.ringlight.analytics.graph.RingGraph;
import org.ringlight.analytics.graph.Spaces;
import org.ringlight.analytics.ring.Ring;
import org.ringlight.analytics.ring.Rings;
import org.ringlight.protocol.OutputName;

/**
 * The graph of rings that are known by their members' names alone: an output is taken for a key of
 * its own, and no amount is counted. What follows from it is true; a little less may follow.
 */
public final class GraphOfRings implements KeyNumbers {

  private final int outputs;
  private final Map<OutputName, Integer> older = new HashMap<>();
  private final RingGraph graph;

  private GraphOfRings(Rings rings) {
    outputs = Math.toIntExact(rings.outputCount());
    RingGraph.Builder builder = new RingGraph.Builder(Math.toIntExact(rings.count()));
    rings.forEach(
        ring -> builder.ring(Math.toIntExact(ring.height()), Spaces.NONE, keys(ring), ring.size()));
    graph = builder.build(outputs + older.size(), Spaces.EMPTY);
  }

  /** Reads them all. */
  public static GraphOfRings of(Rings rings) {
    return new GraphOfRings(rings);
  }

  public RingGraph graph() {
    return graph;
  }

  private int[] keys(Ring ring) {
    int[] keys = new int[ring.size()];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = of(ring.outputId(i), ring.indexSpace(), ring.amountIndex(i));
    }
    return keys;
  }

  @Override
  public int of(long outputId, long indexSpace, long amountIndex) {
    return outputId >= 0
        ? Math.toIntExact(outputId)
        : older.computeIfAbsent(
            new OutputName(indexSpace, amountIndex), name -> outputs + older.size());
  }

  @Override
  public boolean isShared(int key, int height) {
    return false;
  }

  /** Says what is known of them, in chain order. */
  public void tell(Rings rings, Deductions known, FindingSink findings) {
    RingNames names = new RingNames(known);
    int[] ring = {0};
    rings.forEach(next -> names.name(ring[0]++, next.keyImage()));
    Conclusions conclusions =
        new Conclusions(known, this, names, conclusion -> findings.accept(conclusion.finding()));
    ring[0] = 0;
    rings.forEach(
        next -> {
          long[] indexes = new long[next.size()];
          for (int i = 0; i < indexes.length; i++) {
            indexes[i] = next.amountIndex(i);
          }
          conclusions.of(ring[0]++, next.keyImage(), next.indexSpace(), indexes, keys(next));
        });
  }
}
