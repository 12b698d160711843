package org.ringlight.analytics.proof;

import org.jspecify.annotations.Nullable;

/** What a finding may name as evidence: something beside the rings of the main chain. */
sealed interface Fact permits OtherRing, Said {

  /** As findings name it. */
  String words();

  /** What it does not hold without; null where a node checked it. */
  @Nullable String assumption();

  /** Whether by it the ring does not spend the key. */
  boolean strikes(int ring, int key);
}
