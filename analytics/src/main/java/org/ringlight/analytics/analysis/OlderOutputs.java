package org.ringlight.analytics.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.protocol.PublicKey;

/** The outputs older than a slice that its rings name, by name; none where the chain is whole. */
final class OlderOutputs implements OutputSource {

  private static final Comparator<OlderOutputRow> BY_NAME =
      (one, other) -> {
        int order = Long.compareUnsigned(one.indexSpace(), other.indexSpace());
        return order == 0 ? Long.compareUnsigned(one.amountIndex(), other.amountIndex()) : order;
      };

  private final long[] spaces;
  private final long[] indexes;
  private final byte[] keys;

  private OlderOutputs(List<OlderOutputRow> rows) {
    spaces = new long[rows.size()];
    indexes = new long[rows.size()];
    keys = new byte[Math.multiplyExact(rows.size(), PublicKey.LENGTH)];
    for (int i = 0; i < rows.size(); i++) {
      spaces[i] = rows.get(i).indexSpace();
      indexes[i] = rows.get(i).amountIndex();
      rows.get(i).publicKey().copyTo(keys, PublicKey.LENGTH * i);
    }
  }

  static OlderOutputs read(Snapshot tables) {
    List<OlderOutputRow> all = new ArrayList<>();
    try (Rows<OlderOutputRow> rows = tables.scan(OlderOutputRow.TABLE)) {
      rows.forEachRemaining(all::add);
    }
    all.sort(BY_NAME);
    return new OlderOutputs(all);
  }

  /** Its place among them. */
  int place(long indexSpace, long amountIndex) {
    int low = 0;
    int high = spaces.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Long.compareUnsigned(spaces[middle], indexSpace);
      order = order == 0 ? Long.compareUnsigned(indexes[middle], amountIndex) : order;
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    throw new DataInvalid(
        "a ring names an output that is in no table",
        Long.toUnsignedString(indexSpace) + ":" + amountIndex,
        "run ringlight verify, or index the slice again into an empty folder");
  }

  @Override
  public int count() {
    return spaces.length;
  }

  @Override
  public void eachKey(KeyVisitor visitor) {
    for (int at = 0; at < keys.length; at += PublicKey.LENGTH) {
      visitor.key(keys, at);
    }
  }
}
