package org.ringlight.analytics.bitcoin.cluster;

import java.util.Arrays;

/**
 * The known owner of each cluster that has one, by the cluster's root: open addressing with linear
 * probing. A cluster that became part of another keeps its entry, which nobody asks for again.
 */
final class OwnersOfRoots {

  static final int NOBODY = -1;

  private static final int FREE = -1;

  private int[] roots = new int[16];
  private int[] owners = new int[16];
  private int used;

  OwnersOfRoots() {
    Arrays.fill(roots, FREE);
  }

  boolean isEmpty() {
    return used == 0;
  }

  int of(int root) {
    int slot = slot(root);
    return roots[slot] == root ? owners[slot] : NOBODY;
  }

  void put(int root, int owner) {
    int slot = slot(root);
    if (roots[slot] == FREE) {
      roots[slot] = root;
      used++;
    }
    owners[slot] = owner;
    if (used * 2L > roots.length) {
      enlarge();
    }
  }

  private int slot(int root) {
    int mask = roots.length - 1;
    int slot = ((root * 0x9E3779B9) >>> 7) & mask;
    while (roots[slot] != FREE && roots[slot] != root) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void enlarge() {
    int[] oldRoots = roots;
    int[] oldOwners = owners;
    roots = new int[Math.multiplyExact(oldRoots.length, 2)];
    owners = new int[roots.length];
    Arrays.fill(roots, FREE);
    used = 0;
    for (int i = 0; i < oldRoots.length; i++) {
      if (oldRoots[i] != FREE) {
        put(oldRoots[i], oldOwners[i]);
      }
    }
  }
}
