package org.ringlight.indexer;

import java.util.List;
import java.util.Optional;

/**
 * A page's verified blocks.
 *
 * @param problem with the block after them, a {@code DataInvalid} or {@link BranchChanged}; empty
 *     where the page holds no more
 */
record DecodedPage(List<CheckedBlock> blocks, Optional<RuntimeException> problem) {

  /** What follows the last page. */
  static final DecodedPage END = new DecodedPage(List.of(), Optional.empty());

  /** Whether no page follows: one that was fetched holds a block or a problem. */
  boolean isEnd() {
    return blocks.isEmpty() && problem.isEmpty();
  }
}
