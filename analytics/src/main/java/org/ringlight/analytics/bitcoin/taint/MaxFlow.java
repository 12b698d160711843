package org.ringlight.analytics.bitcoin.taint;

import java.util.Arrays;

/**
 * A maximum flow by Dinic's algorithm, with levels counted from the sink, so that what does not
 * lead there is never looked at. Paths are walked without recursion: chains of transactions are
 * long.
 *
 * <p>Source: Dinic, Soviet Math. Doklady 11, 1970. O(nodes² · edges) at worst.
 */
final class MaxFlow {

  private static final int NONE = -1;

  private final int[] first;
  // edge e and its reverse e ^ 1
  private int[] to = new int[16];
  private int[] next = new int[16];
  private long[] left = new long[16];
  private int edges;
  private final int[] level;
  private final int[] current;

  MaxFlow(int nodes) {
    first = new int[nodes];
    Arrays.fill(first, NONE);
    level = new int[nodes];
    current = new int[nodes];
  }

  void addEdge(int from, int target, long capacity) {
    if (edges == to.length) {
      int length = Math.multiplyExact(2, edges);
      to = Arrays.copyOf(to, length);
      next = Arrays.copyOf(next, length);
      left = Arrays.copyOf(left, length);
    }
    add(from, target, capacity);
    add(target, from, 0);
  }

  /** The most that goes from {@code source} to {@code sink}; the capacities are used up by it. */
  long solve(int source, int sink) {
    long flow = 0;
    int[] path = new int[first.length];
    while (reaches(source, sink)) {
      System.arraycopy(first, 0, current, 0, first.length);
      for (long more = push(source, sink, path); more > 0; more = push(source, sink, path)) {
        flow = Math.addExact(flow, more);
      }
    }
    return flow;
  }

  private void add(int from, int target, long capacity) {
    to[edges] = target;
    left[edges] = capacity;
    next[edges] = first[from];
    first[from] = edges++;
  }

  /** Distances to the sink over edges with capacity left; whether the source has one. */
  private boolean reaches(int source, int sink) {
    Arrays.fill(level, NONE);
    level[sink] = 0;
    int[] queue = current; // not needed yet
    int head = 0;
    int tail = 0;
    queue[tail++] = sink;
    while (head < tail) {
      int node = queue[head++];
      for (int edge = first[node]; edge != NONE; edge = next[edge]) {
        int before = to[edge];
        if (left[edge ^ 1] > 0 && level[before] == NONE) {
          level[before] = level[node] + 1;
          queue[tail++] = before;
        }
      }
    }
    return level[source] != NONE;
  }

  /** Pushes along one path of falling levels, or says 0. */
  private long push(int source, int sink, int[] path) {
    int depth = 0;
    int node = source;
    while (node != sink) {
      int edge = current[node];
      if (edge == NONE) {
        if (depth == 0) {
          return 0;
        }
        // a dead end: back, and past the edge that led here
        int back = path[--depth];
        node = to[back ^ 1];
        current[node] = next[back];
      } else if (left[edge] > 0 && level[to[edge]] == level[node] - 1) {
        path[depth++] = edge;
        node = to[edge];
      } else {
        current[node] = next[edge];
      }
    }
    long least = Long.MAX_VALUE;
    for (int i = 0; i < depth; i++) {
      least = Math.min(least, left[path[i]]);
    }
    for (int i = 0; i < depth; i++) {
      left[path[i]] -= least;
      left[path[i] ^ 1] += least;
    }
    return least;
  }
}
