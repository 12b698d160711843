package org.ringlight.analytics.bitcoin.exposure;

import java.util.List;

/** Labels of the first entities. */
final class NamedLabels implements Labels {

  private final List<String> categories;
  private final int[] ofEntity;

  NamedLabels(List<String> categories, int[] ofEntity) {
    this.categories = List.copyOf(categories);
    this.ofEntity = ofEntity.clone();
  }

  @Override
  public List<String> categories() {
    return categories;
  }

  @Override
  public int category(long entity) {
    return entity < ofEntity.length ? ofEntity[(int) entity] : UNLABELLED;
  }
}
