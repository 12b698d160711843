package org.ringlight.analytics.ring;

import java.util.List;
import java.util.function.Consumer;

/**
 * Rings that are in memory one by one: for tests of heuristics.
 *
 * @param rings in chain order
 * @param outputCount one more than the highest dense output id
 */
public record RingList(List<? extends Ring> rings, long outputCount) implements Rings {

  public RingList {
    rings = List.copyOf(rings);
  }

  @Override
  public long count() {
    return rings.size();
  }

  @Override
  public void forEach(Consumer<? super Ring> visitor) {
    rings.forEach(visitor);
  }
}
