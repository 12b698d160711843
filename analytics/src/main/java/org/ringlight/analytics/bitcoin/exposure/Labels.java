package org.ringlight.analytics.bitcoin.exposure;

import java.util.List;

/** What is said of entities: one category each, or none. */
public interface Labels {

  /** No category. */
  int UNLABELLED = -1;

  /** Their categories, such as {@code exchange}: numbered by their place. */
  List<String> categories();

  /** The number of an entity's category, or {@link #UNLABELLED}. */
  int category(long entity);
}
