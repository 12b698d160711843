package org.ringlight.cli;

import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;

/**
 * How much a commit consists of.
 *
 * @param tables those with rows
 * @param files their data files
 */
record HeldFiles(int tables, long files) {

  static final HeldFiles NONE = new HeldFiles(0, 0);

  /** Of the Monero chain at the commit that {@code snapshot} holds; closes it. */
  static HeldFiles of(Snapshot snapshot) {
    try (snapshot) {
      int tables = 0;
      long files = 0;
      for (Table<?> table : Namespace.XMR.tables()) {
        int more = snapshot.files(table).size();
        tables += more > 0 ? 1 : 0;
        files += more;
      }
      return new HeldFiles(tables, files);
    }
  }
}
