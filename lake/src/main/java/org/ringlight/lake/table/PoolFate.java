package org.ringlight.lake.table;

import java.util.Locale;

/** What became of a transaction that was seen in a node's pool. */
public enum PoolFate {
  /** Nothing yet: it was there when last looked. */
  PENDING,

  /** A block holds it. */
  MINED,

  /** It is no longer in the pool, and no block up to then held it or spent what it spends. */
  GONE,

  /** A block holds another transaction that spends one of its key images. */
  CONFLICTED;

  /** The word in the table. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static PoolFate of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
