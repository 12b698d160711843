package org.ringlight.lake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;

/** All rows of every table of a snapshot, in order, as one hash a table, and the tip. */
final class RowDigest {

  private RowDigest() {}

  static Map<String, String> of(Snapshot tables) {
    Map<String, String> digests = new TreeMap<>();
    digests.put("tip", tables.tip().height() + " " + tables.tip().hash());
    for (Table<?> table : Namespace.XMR.tables()) {
      digests.put(table.name(), digest(tables, table));
    }
    return digests;
  }

  private static <R> String digest(Snapshot tables, Table<R> table) {
    try (Rows<R> rows = tables.scan(table)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      while (rows.hasNext()) {
        digest.update(RowsAssert.text(rows.next()).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
