package org.ringlight.graph.load.offline;

import java.nio.file.Path;
import java.util.List;

/** One chain's part of an import. */
public interface ImportPart {

  /**
   * Writes its files into {@code folder}, named as no other part names its own.
   *
   * @param first the number of its first node; those after it follow without a gap
   */
  Written write(Path folder, long first);

  /**
   * What was written.
   *
   * @param options the importer's options that name the files
   * @param next the first number that is still free
   */
  record Written(List<String> options, long next) {}

  /** Hears of rows that were written, from several threads. */
  interface RowCount {
    /**
     * A thousand rows more, about.
     *
     * @throws org.ringlight.failure.Interrupted to stop
     */
    void more(long rows);
  }
}
