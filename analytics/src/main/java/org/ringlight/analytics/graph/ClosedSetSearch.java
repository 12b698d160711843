package org.ringlight.analytics.graph;

import java.util.Arrays;

/**
 * Finds all minimal closed sets: rings that have exactly as many keys among them as they are. They
 * are the strong components, from which no free key can be reached, of the directed graph in which
 * a ring points to the rings that were given its other keys: the fine Dulmage-Mendelsohn
 * decomposition of the part that is determined.
 *
 * <p>Source: Dulmage, Mendelsohn, "Coverings of Bipartite Graphs", Canad. J. Math. 10, 1958;
 * Vijayakumaran, "Analysis of CryptoNote Transaction Graphs using the Dulmage-Mendelsohn
 * Decomposition", AFT 2023, section 4; Tarjan, "Depth-First Search and Linear Graph Algorithms",
 * SIAM J. Comput. 1(2), 1972. One search does the reachability and the components: a ring from
 * which a free key can be reached is in no closed set, nor is any ring that waits for it. After the
 * matching O(rings + members); 16 bytes a ring.
 */
public final class ClosedSetSearch {

  private static final int UNSEEN = 0;
  private static final int OPEN = -1;
  private static final int CLOSED = -2;

  private final Residual graph;
  private final Incidence rings;
  private final Matching matching;
  // the order in which a ring was seen, from 1, while its component is not known yet
  private final int[] state;
  private final int[] low;
  private int[] waiting = new int[64];
  private int waitingCount;
  private int[] path = new int[64];
  private int[] tried = new int[64];
  private int top = -1;
  private int clock;

  private ClosedSetSearch(Residual graph, Matching matching) {
    this.graph = graph;
    this.rings = graph.byRing();
    this.matching = matching;
    this.state = new int[graph.ringCount()];
    this.low = new int[graph.ringCount()];
  }

  /** Hears of closed sets. */
  @FunctionalInterface
  public interface Listener {

    /**
     * A minimal closed set; those that it rests on came before it. The arrays are used again.
     *
     * @param rings by their numbers in the graph
     * @param keys theirs, as many
     */
    void closedSet(int[] rings, int[] keys, int count);
  }

  /**
   * Finds them all.
   *
   * @throws NoMatching where some rings have fewer keys among them than they are
   */
  public static void run(Residual graph, Listener listener) {
    Matching matching = Matching.of(graph);
    int unmatched = matching.unmatchedRing();
    if (unmatched != Matching.FREE) {
      throw new NoMatching(violator(graph, matching, unmatched));
    }
    new ClosedSetSearch(graph, matching).search(listener);
  }

  /** The rings that compete: those that can be reached from one that got nothing. */
  private static int[] violator(Residual graph, Matching matching, int from) {
    boolean[] seen = new boolean[graph.ringCount()];
    int[] found = new int[graph.ringCount()];
    int count = 1;
    found[0] = from;
    seen[from] = true;
    Incidence rings = graph.byRing();
    for (int i = 0; i < count; i++) {
      for (long edge = rings.first(found[i]); edge < rings.end(found[i]); edge++) {
        int next = matching.ringOf(rings.target(edge));
        if (!seen[next]) {
          seen[next] = true;
          found[count++] = next;
        }
      }
    }
    return Arrays.stream(found, 0, count).map(graph::ring).sorted().toArray();
  }

  private void search(Listener listener) {
    for (int ring = 0; ring < state.length; ring++) {
      for (long edge = rings.first(ring); edge < rings.end(ring); edge++) {
        if (matching.ringOf(rings.target(edge)) == Matching.FREE) {
          state[ring] = OPEN;
          break;
        }
      }
    }
    for (int ring = 0; ring < state.length; ring++) {
      if (state[ring] == UNSEEN) {
        searchFrom(ring, listener);
      }
    }
  }

  private void searchFrom(int root, Listener listener) {
    enter(root);
    while (top >= 0) {
      int ring = path[top];
      if (tried[top] < rings.degree(ring)) {
        int key = rings.target(rings.first(ring) + tried[top]++);
        int next = matching.ringOf(key);
        int there = state[next];
        if (there == OPEN) {
          openAll();
        } else if (there == UNSEEN) {
          enter(next);
        } else if (there != CLOSED) {
          low[ring] = Math.min(low[ring], there);
        }
      } else {
        leave(ring, listener);
      }
    }
  }

  private void enter(int ring) {
    top++;
    if (top == path.length) {
      path = Arrays.copyOf(path, 2 * top);
      tried = Arrays.copyOf(tried, 2 * top);
    }
    path[top] = ring;
    tried[top] = 0;
    if (waitingCount == waiting.length) {
      waiting = Arrays.copyOf(waiting, 2 * waitingCount);
    }
    waiting[waitingCount++] = ring;
    state[ring] = ++clock;
    low[ring] = clock;
  }

  private void leave(int ring, Listener listener) {
    top--;
    if (low[ring] == state[ring]) {
      int first = waitingCount;
      do {
        first--;
        state[waiting[first]] = CLOSED;
      } while (waiting[first] != ring);
      tell(first, listener);
      waitingCount = first;
    } else {
      int parent = path[top];
      low[parent] = Math.min(low[parent], low[ring]);
    }
  }

  private void tell(int first, Listener listener) {
    int count = waitingCount - first;
    int[] members = new int[count];
    int[] keys = new int[count];
    for (int i = 0; i < count; i++) {
      int local = waiting[first + i];
      members[i] = graph.ring(local);
      keys[i] = graph.key(matching.keyOf(local));
    }
    Arrays.sort(members);
    Arrays.sort(keys);
    listener.closedSet(members, keys, count);
  }

  /** From what is on the path a free key can be reached, and what waits can reach the path. */
  private void openAll() {
    for (int i = 0; i < waitingCount; i++) {
      state[waiting[i]] = OPEN;
    }
    waitingCount = 0;
    top = -1;
  }

  /** Rings that have fewer keys among them than they are: some spend is told wrongly. */
  public static final class NoMatching extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient int[] rings;

    NoMatching(int[] rings) {
      super(rings.length + " rings have fewer keys among them");
      this.rings = rings;
    }

    /** Their numbers in the graph, ascending. */
    public int[] rings() {
      return rings.clone();
    }
  }
}
