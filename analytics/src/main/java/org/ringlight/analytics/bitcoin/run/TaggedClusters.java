package org.ringlight.analytics.bitcoin.run;

import com.carrotsearch.hppc.IntIntHashMap;
import java.util.List;
import java.util.Optional;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.cluster.Clusters;
import org.ringlight.analytics.bitcoin.exposure.Entities;
import org.ringlight.analytics.bitcoin.exposure.Labels;
import org.ringlight.analytics.bitcoin.read.Tags;

/**
 * Clusters with the owners that tags name: an entity is a cluster's canonical id, its label the
 * number of its owner. Clusters made with the same tags have one owner at most.
 */
public final class TaggedClusters implements Entities, Labels {

  private final Clusters clusters;
  private final Tags tags;
  private final IntIntHashMap owners = new IntIntHashMap();

  public TaggedClusters(Clusters clusters, Tags tags) {
    this.clusters = clusters;
    this.tags = tags;
    for (int tag = 0; tag < tags.addresses().length; tag++) {
      owners.put(clusters.find(Math.toIntExact(tags.addresses()[tag])), tags.ownerOf()[tag]);
    }
  }

  @Override
  public long entityOf(long address) {
    return clusters.find(Math.toIntExact(address));
  }

  /** The owners' names. */
  @Override
  public List<String> categories() {
    return tags.owners();
  }

  @Override
  public int category(long entity) {
    return owners.getOrDefault(Math.toIntExact(entity), UNLABELLED);
  }

  /** Whether an address is of a cluster that is tagged. */
  public boolean isTagged(long address) {
    return category(entityOf(address)) != UNLABELLED;
  }

  /** The owner of an address, or {@link #UNLABELLED}. */
  public int owner(long address) {
    return address == CoinTransaction.UNKNOWN ? UNLABELLED : category(entityOf(address));
  }

  /** The number of a cluster's owner, or {@link CoinTransaction#UNKNOWN}: for change. */
  public long ownerNumber(long cluster) {
    int owner = category(cluster);
    return owner == UNLABELLED ? CoinTransaction.UNKNOWN : owner;
  }

  /** The name of the owner of an address; empty where no tag says. */
  public Optional<String> ownerName(long address) {
    int owner = owner(address);
    return owner == UNLABELLED ? Optional.empty() : Optional.of(tags.owners().get(owner));
  }

  /** The tags. */
  public Tags tags() {
    return tags;
  }

  /** The same clusters, labelled by the owners' categories instead of their names. */
  public Labels byCategory() {
    List<String> names = tags.categories().stream().distinct().toList();
    int[] numbers = tags.categories().stream().mapToInt(names::indexOf).toArray();
    return new Labels() {
      @Override
      public List<String> categories() {
        return names;
      }

      @Override
      public int category(long entity) {
        int owner = TaggedClusters.this.category(entity);
        return owner == UNLABELLED ? UNLABELLED : numbers[owner];
      }
    };
  }
}
