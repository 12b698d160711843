package org.ringlight.analytics.graph;

import java.util.stream.IntStream;

/**
 * Which nodes of one side touch which of the other: the neighbours of a node stand one after the
 * other. 8 bytes a node, 4 bytes an edge. Never changes; safe for several threads.
 */
public final class Incidence {

  /** Each of them reads all edges, which more would not do faster. */
  private static final int MOST_PARTS = 8;

  private final long[] ends;
  private final IntChunks targets;

  /**
   * @param ends by node one entry more than there are nodes: where its edges begin, and at last how
   *     many there are
   */
  Incidence(long[] ends, IntChunks targets) {
    this.ends = ends;
    this.targets = targets;
  }

  /** How many nodes this side has. */
  public int nodes() {
    return ends.length - 1;
  }

  /** How many edges there are. */
  public long edges() {
    return ends[ends.length - 1];
  }

  /** The position of the node's first edge. */
  public long first(int node) {
    return ends[node];
  }

  /** The position after the node's last edge. */
  public long end(int node) {
    return ends[node + 1];
  }

  /** How many neighbours it has. */
  public int degree(int node) {
    return (int) (ends[node + 1] - ends[node]);
  }

  /** The node of the other side at that edge. */
  public int target(long edge) {
    return targets.get(edge);
  }

  /** Whether there is an edge from the node to that one of the other side. */
  public boolean holds(int node, int target) {
    for (long edge = first(node); edge < end(node); edge++) {
      if (target(edge) == target) {
        return true;
      }
    }
    return false;
  }

  /**
   * The same edges from the other side; the neighbours of a node ascend. Each processor turns those
   * of some nodes of the other side.
   *
   * @param nodes how many the other side has
   */
  Incidence transposed(int nodes) {
    long[] begins = new long[nodes + 1];
    IntChunks back = new IntChunks(edges());
    int parts = Math.min(MOST_PARTS, Runtime.getRuntime().availableProcessors());
    eachPart(nodes, parts, (from, to) -> count(begins, from, to));
    for (int node = 0; node < nodes; node++) {
      begins[node + 1] += begins[node];
    }
    eachPart(nodes, parts, (from, to) -> turn(begins, back, from, to));
    // each entry moved to the next node's beginning: one place to the right puts them back
    System.arraycopy(begins, 0, begins, 1, nodes);
    begins[0] = 0;
    return new Incidence(begins, back);
  }

  private interface Part {
    void run(int from, int to);
  }

  private static void eachPart(int nodes, int parts, Part part) {
    IntStream.range(0, parts)
        .parallel()
        .forEach(
            i ->
                part.run((int) ((long) nodes * i / parts), (int) ((long) nodes * (i + 1) / parts)));
  }

  private void count(long[] begins, int from, int to) {
    long edges = edges();
    for (long edge = 0; edge < edges; edge++) {
      int target = targets.get(edge);
      if (target >= from && target < to) {
        begins[target + 1]++;
      }
    }
  }

  private void turn(long[] begins, IntChunks back, int from, int to) {
    int mine = nodes();
    for (int node = 0; node < mine; node++) {
      long end = ends[node + 1];
      for (long edge = ends[node]; edge < end; edge++) {
        int target = targets.get(edge);
        if (target >= from && target < to) {
          back.set(begins[target]++, node);
        }
      }
    }
  }
}
