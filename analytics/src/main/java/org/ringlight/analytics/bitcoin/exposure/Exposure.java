package org.ringlight.analytics.bitcoin.exposure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Where what a subject sent went, or where what it received came from, whole: categories and the
 * unattributed rest are exactly the total, to the satoshi.
 *
 * @param direction which of the two
 * @param total what the subject sent to others, fees among it, or received from others
 * @param categories one for each, in the order of the labels
 * @param rest the unattributed part by reason; every reason that fits the direction is there
 */
public record Exposure(
    Direction direction,
    long total,
    List<CategoryExposure> categories,
    Map<Unattributed, Long> rest) {

  public Exposure {
    categories = List.copyOf(categories);
    rest = Collections.unmodifiableMap(new EnumMap<>(rest));
    long sum = 0;
    for (CategoryExposure category : categories) {
      sum = Math.addExact(sum, category.value());
    }
    for (long amount : rest.values()) {
      sum = Math.addExact(sum, amount);
    }
    if (sum != total) {
      throw new IllegalArgumentException("the parts are " + sum + " satoshi of " + total);
    }
  }

  /** What has a label, in satoshi. */
  public long attributed() {
    return total - unattributed();
  }

  /** What has none, in satoshi. */
  public long unattributed() {
    return rest.values().stream().mapToLong(Long::longValue).sum();
  }

  /** A part of the total as a fraction of it; 0 where there is none. */
  public double share(long amount) {
    return total == 0 ? 0 : (double) amount / total;
  }
}
