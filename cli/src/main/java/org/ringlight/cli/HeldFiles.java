package org.ringlight.cli;

import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;

/**
 * How much the last commits consist of.
 *
 * @param tables those with rows
 * @param files their data files
 */
record HeldFiles(int tables, long files) {

  /** Of all namespaces, each at its last commit. */
  static HeldFiles of(Lake lake) {
    int tables = 0;
    long files = 0;
    for (Namespace namespace : Namespace.values()) {
      try (Snapshot snapshot = lake.current(namespace).orElse(null)) {
        for (Table<?> table : namespace.tables()) {
          int more = snapshot == null ? 0 : snapshot.files(table).size();
          tables += more > 0 ? 1 : 0;
          files += more;
        }
      }
    }
    return new HeldFiles(tables, files);
  }
}
