package org.ringlight.indexer.pipeline;

import java.util.List;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.Interrupted;
import org.ringlight.failure.NodeUnreachable;

/**
 * Stage three: verified blocks into commits. Closed without {@link #commit}, it forgets what was
 * not committed.
 *
 * @param <B> a block
 */
public interface BlockStore<B> extends AutoCloseable {

  /** Blocks that are to be appended next, which lets what they need be gathered together. */
  void expect(List<B> next);

  /**
   * Appends a block.
   *
   * @return how many transactions it holds
   * @throws DataInvalid where it does not continue what is stored; the blocks before it can still
   *     be committed, none can be appended any more
   * @throws BranchChanged where it does not follow the last one
   */
  int append(B block);

  /** Commits where enough has come together. */
  void commitIfDue();

  /** Commits what was appended; nothing where nothing was. */
  void commit();

  @Override
  void close();

  /** Appends all pages to come. Whatever ends it, what came before is committed. */
  default void appendAll(Pages<?, B> pages, IndexProgress progress) {
    try {
      for (DecodedPage<B> page = pages.next(); !page.isEnd(); page = pages.next()) {
        expect(page.blocks());
        for (B block : page.blocks()) {
          progress.stored(append(block));
        }
        if (page.problem().isPresent()) {
          throw page.problem().get();
        }
        commitIfDue();
      }
    } catch (DataInvalid | BranchChanged | NodeUnreachable | ConfigurationInvalid | Interrupted e) {
      commit();
      throw e;
    }
    commit();
  }
}
