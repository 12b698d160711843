package org.ringlight.analytics.bitcoin.cluster;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Addresses whose owner is known, by a label or as ground truth: clusters of different owners must
 * not become one. Owners are numbers from 0; which number means whom is the caller's. Held as two
 * sorted columns; most addresses are not in it.
 *
 * <p>Immutable.
 */
public final class KnownOwners {

  /** Nobody is known, so that nothing is refused. */
  public static final KnownOwners NONE = new KnownOwners(new int[0], new int[0]);

  private final int[] addresses;
  private final int[] owners;

  private KnownOwners(int[] addresses, int[] owners) {
    this.addresses = addresses;
    this.owners = owners;
  }

  /** One label: this address is this owner's. */
  public record Label(long address, int owner) {
    public Label {
      if (owner < 0) {
        throw new IllegalArgumentException("owners are numbered from 0: " + owner);
      }
    }
  }

  /**
   * @throws IllegalArgumentException where one address has two owners
   */
  public static KnownOwners of(List<Label> labels) {
    Map<Integer, Integer> byAddress = new TreeMap<>();
    for (Label label : labels) {
      Integer before = byAddress.put(Clusters.index(label.address()), label.owner());
      if (before != null && before != label.owner()) {
        throw new IllegalArgumentException(
            "address "
                + label.address()
                + " has two owners, "
                + before
                + " and "
                + label.owner()
                + ": drop one of the labels");
      }
    }
    int[] addresses = new int[byAddress.size()];
    int[] owners = new int[byAddress.size()];
    int next = 0;
    for (Map.Entry<Integer, Integer> label : byAddress.entrySet()) {
      addresses[next] = label.getKey();
      owners[next++] = label.getValue();
    }
    return new KnownOwners(addresses, owners);
  }

  int size() {
    return addresses.length;
  }

  int address(int label) {
    return addresses[label];
  }

  int owner(int label) {
    return owners[label];
  }
}
