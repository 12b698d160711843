package org.ringlight.analytics.bitcoin.cluster;

import com.carrotsearch.hppc.IntIntHashMap;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ringlight.analytics.bitcoin.cluster.RefusedMerge.Reason;

/**
 * Joins clusters unless that would join two known owners: the guard against cluster collapse (Möser
 * and Narayanan, "Resurrecting Address Clustering in Bitcoin", FC 2022, section on preventing
 * cluster collapse).
 *
 * <p>A merge is of all or of none of its addresses: where two of them conflict, an address that
 * belongs to neither owner could go to either, so it goes to none.
 *
 * <p>Without known owners the result does not depend on the order of the merges. With them it does:
 * of two merges that may not both happen, the first happens. They must therefore come in chain
 * order, and then the result is a function of the chain and the labels.
 */
public final class GuardedMerges {

  private static final int NOBODY = -1;

  private final Clusters clusters;

  /** By root; a cluster that became part of another keeps its entry, which nobody asks for. */
  private final IntIntHashMap owners = new IntIntHashMap();

  private final RefusalSink refused;
  private int[] roots = new int[16];

  /**
   * Goes on from {@code clusters}, which it changes.
   *
   * @throws IllegalArgumentException where they already join two known owners: labels that came
   *     later; then start again from an earlier height or from the first block
   */
  public GuardedMerges(Clusters clusters, KnownOwners known, RefusalSink refused) {
    this.clusters = clusters;
    this.refused = refused;
    for (int label = 0; label < known.size(); label++) {
      clusters.growTo(known.address(label) + 1L);
      int root = clusters.find(known.address(label));
      int before = owners.getOrDefault(root, NOBODY);
      if (before != NOBODY && before != known.owner(label)) {
        throw new IllegalArgumentException(
            "cluster "
                + root
                + " already joins the owners "
                + before
                + " and "
                + known.owner(label)
                + " [address "
                + known.address(label)
                + "]: start again from before they were joined, or drop one of the labels");
      }
      owners.put(root, known.owner(label));
    }
  }

  /** What is joined so far. */
  public Clusters clusters() {
    return clusters;
  }

  /**
   * Joins the first {@code count} of {@code addresses} for {@code transaction}.
   *
   * @return whether they are in one cluster now
   */
  public boolean merge(long transaction, int[] addresses, int count) {
    if (owners.isEmpty()) {
      clusters.joinAll(addresses, 0, count);
      return true;
    }
    int owner = NOBODY;
    for (int i = 0; i < count; i++) {
      int here = owners.getOrDefault(clusters.find(addresses[i]), NOBODY);
      if (here != NOBODY) {
        if (owner != NOBODY && owner != here) {
          refuse(transaction, Reason.DIFFERENT_OWNERS, addresses, count);
          return false;
        }
        owner = here;
      }
    }
    clusters.joinAll(addresses, 0, count);
    if (owner != NOBODY) {
      owners.put(clusters.find(addresses[0]), owner);
    }
    return true;
  }

  /** Says that these addresses are not joined, if they are of more than one cluster. */
  void refuse(long transaction, Reason reason, int[] addresses, int count) {
    if (roots.length < count) {
      roots = new int[count];
    }
    for (int i = 0; i < count; i++) {
      roots[i] = clusters.find(addresses[i]);
    }
    List<Integer> apart =
        IntStream.of(Arrays.copyOf(roots, count)).sorted().distinct().boxed().toList();
    if (apart.size() > 1) {
      refused.accept(new RefusedMerge(transaction, reason, apart));
    }
  }
}
