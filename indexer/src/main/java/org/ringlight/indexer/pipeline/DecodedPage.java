package org.ringlight.indexer.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * A page's verified blocks.
 *
 * @param <B> a block
 * @param problem with the block after them, a {@code DataInvalid} or {@link BranchChanged}; empty
 *     where the page holds no more
 */
public record DecodedPage<B>(List<B> blocks, Optional<RuntimeException> problem) {

  /** What follows the last page. */
  static <B> DecodedPage<B> end() {
    return new DecodedPage<>(List.of(), Optional.empty());
  }

  /** Whether no page follows: one that was fetched holds a block or a problem. */
  public boolean isEnd() {
    return blocks.isEmpty() && problem.isEmpty();
  }
}
