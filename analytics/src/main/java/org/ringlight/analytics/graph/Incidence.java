package org.ringlight.analytics.graph;

/**
 * Which nodes of one side touch which of the other: the neighbours of a node stand one after the
 * other. 8 bytes a node, 4 bytes an edge. Never changes; safe for several threads.
 */
public final class Incidence {

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
   * The same edges from the other side; the neighbours of a node ascend.
   *
   * @param nodes how many the other side has
   */
  Incidence transposed(int nodes) {
    long[] begins = new long[nodes + 1];
    long edges = edges();
    for (long edge = 0; edge < edges; edge++) {
      begins[targets.get(edge) + 1]++;
    }
    for (int node = 0; node < nodes; node++) {
      begins[node + 1] += begins[node];
    }
    IntChunks back = new IntChunks(edges);
    int mine = nodes();
    for (int node = 0; node < mine; node++) {
      for (long edge = ends[node]; edge < ends[node + 1]; edge++) {
        back.set(begins[targets.get(edge)]++, node);
      }
    }
    // each entry moved to the next node's beginning: one place to the right puts them back
    System.arraycopy(begins, 0, begins, 1, nodes);
    begins[0] = 0;
    return new Incidence(begins, back);
  }
}
