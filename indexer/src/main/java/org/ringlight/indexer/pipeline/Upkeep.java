package org.ringlight.indexer.pipeline;

import org.ringlight.lake.ExpiryPolicy;
import org.ringlight.lake.Writer;

/** Keeps the number of files small while a chain is stored commit by commit. */
public final class Upkeep {

  private static final int COMMITS_BETWEEN_COMPACTIONS = 8;

  private Upkeep() {}

  /** To be called after every commit. */
  public static void after(long commit, Writer writer) {
    if (commit % COMMITS_BETWEEN_COMPACTIONS == 0) {
      writer.compact(rows -> {});
      writer.expire(ExpiryPolicy.DEFAULT);
    }
  }
}
