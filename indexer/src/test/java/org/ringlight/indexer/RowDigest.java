package org.ringlight.indexer;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Table;
import org.ringlight.lake.table.TransactionRow;

/** All rows of each table, in order, as one hash: equal digests mean equal tables. */
final class RowDigest {

  private RowDigest() {}

  static Map<String, String> of(Path data) {
    try (Lake lake = Lake.openExisting(data);
        Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      Map<String, String> digests = new LinkedHashMap<>();
      digests.put("tip", tables.tip().height() + " " + tables.tip().hash());
      digests.put("blocks", digest(tables, BlockRow.TABLE));
      digests.put("transactions", digest(tables, TransactionRow.TABLE));
      digests.put("outputs", digest(tables, OutputRow.TABLE));
      digests.put("rings", digest(tables, RingRow.TABLE));
      return digests;
    }
  }

  private static <R> String digest(Snapshot tables, Table<R> table) {
    try (Rows<R> rows = tables.scan(table)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      long count = 0;
      for (; rows.hasNext(); count++) {
        digest.update(RowText.of(rows.next()));
        digest.update((byte) '\n');
      }
      return count + " rows " + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
