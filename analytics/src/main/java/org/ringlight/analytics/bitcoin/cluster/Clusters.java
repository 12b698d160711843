package org.ringlight.analytics.bitcoin.cluster;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntSupplier;

/**
 * Which addresses are in one cluster: union-find over dense address ids, 4 bytes an address. The
 * larger root always hangs under the smaller, so that the root of a cluster, its canonical id, is
 * its smallest address, whatever the order of the joins. Paths are halved as they are walked.
 *
 * <p>Nothing is ever taken apart: halving forgets which join brought two addresses together. To go
 * back, start again from {@link #parents} of an earlier height.
 *
 * <p>For one thread. Cost: O(log n) amortised a join, near constant in practice.
 */
public final class Clusters {

  /** The largest array that a Java machine gives, and so the most addresses. */
  public static final int MOST_ADDRESSES = Integer.MAX_VALUE - 8;

  private int[] parents;
  private int addresses;

  private Clusters(int[] parents, int addresses) {
    this.parents = parents;
    this.addresses = addresses;
  }

  /**
   * Addresses 0 to {@code addresses - 1}, each a cluster of its own.
   *
   * @throws IllegalArgumentException beyond {@link #MOST_ADDRESSES}
   */
  public static Clusters ofSingles(long addresses) {
    int size = checkedSize(addresses);
    int[] parents = new int[size];
    singles(parents, 0, size);
    return new Clusters(parents, size);
  }

  /**
   * Goes on from what {@link #parents} gave; the array is copied.
   *
   * @throws IllegalArgumentException where a parent is larger than its address or negative: these
   *     are not the parents of clusters
   */
  public static Clusters continuing(int[] stored) {
    for (int address = 0; address < stored.length; address++) {
      requireCanonical(stored, address);
    }
    return new Clusters(stored.clone(), stored.length);
  }

  private static void requireCanonical(int[] stored, int address) {
    int parent = stored[address];
    if (parent < 0 || parent > address || stored[parent] != parent) {
      throw new IllegalArgumentException(
          "address "
              + address
              + " has "
              + parent
              + " as its cluster, which is not the smallest address of one");
    }
  }

  /**
   * Goes on from {@link #find} of every address, in their order; no second array is made.
   *
   * @throws IllegalArgumentException as {@link #continuing}, or beyond {@link #MOST_ADDRESSES}
   */
  public static Clusters continuing(long addresses, IntSupplier stored) {
    int[] parents = new int[checkedSize(addresses)];
    for (int address = 0; address < parents.length; address++) {
      int parent = stored.getAsInt();
      parents[address] = parent;
      requireCanonical(parents, address);
    }
    return new Clusters(parents, parents.length);
  }

  /** Number of addresses. */
  public int size() {
    return addresses;
  }

  /**
   * Makes room for addresses up to {@code size - 1}; new ones are clusters of their own. Fewer than
   * there are change nothing.
   *
   * @throws IllegalArgumentException beyond {@link #MOST_ADDRESSES}
   */
  public void growTo(long size) {
    int wanted = checkedSize(size);
    if (wanted <= addresses) {
      return;
    }
    if (wanted > parents.length) {
      long roomy = Math.min(MOST_ADDRESSES, parents.length + (parents.length >> 1) + 16L);
      int before = parents.length;
      parents = Arrays.copyOf(parents, (int) Math.max(wanted, roomy));
      singles(parents, before, parents.length);
    }
    addresses = wanted;
  }

  /** The smallest address of the cluster that {@code address} is in. */
  public int find(int address) {
    int[] up = parents;
    int at = address;
    while (true) {
      int parent = up[at];
      if (parent == at) {
        return at;
      }
      int next = up[parent];
      if (next == parent) {
        return parent;
      }
      up[at] = next;
      at = next;
    }
  }

  /**
   * Joins the clusters of two addresses.
   *
   * @return whether they were two
   */
  public boolean join(int one, int other) {
    int first = find(Objects.checkIndex(one, addresses));
    int second = find(Objects.checkIndex(other, addresses));
    if (first == second) {
      return false;
    }
    if (first < second) {
      parents[second] = first;
    } else {
      parents[first] = second;
    }
    return true;
  }

  /** Joins the clusters of {@code addresses[from]} to {@code addresses[to - 1]}. */
  public void joinAll(int[] addresses, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      join(addresses[from], addresses[i]);
    }
  }

  /**
   * The canonical id of every address's cluster: the same array for the same clusters, whatever led
   * to them.
   */
  public int[] parents() {
    settle();
    return Arrays.copyOf(parents, addresses);
  }

  /** Makes {@link #find} one look for every address, until the next join. */
  public void settle() {
    // a parent is smaller than its address: when an address is reached, its parent's is final
    for (int address = 0; address < addresses; address++) {
      parents[address] = parents[parents[address]];
    }
  }

  private static void singles(int[] parents, int from, int to) {
    for (int address = from; address < to; address++) {
      parents[address] = address;
    }
  }

  private static int checkedSize(long addresses) {
    if (addresses < 0 || addresses > MOST_ADDRESSES) {
      throw new IllegalArgumentException(
          addresses + " addresses: clusters hold at most " + MOST_ADDRESSES);
    }
    return (int) addresses;
  }

  /**
   * An address id as an index.
   *
   * @throws IllegalArgumentException where it is negative or beyond {@link #MOST_ADDRESSES}
   */
  static int index(long address) {
    if (address < 0 || address >= MOST_ADDRESSES) {
      throw new IllegalArgumentException(
          "address id " + address + ": clusters hold ids from 0 to " + (MOST_ADDRESSES - 1));
    }
    return (int) address;
  }
}
