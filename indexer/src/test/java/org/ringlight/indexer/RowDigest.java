package org.ringlight.indexer;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Cut;
import org.ringlight.lake.table.PoolRingRow;
import org.ringlight.lake.table.PoolTransactionRow;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.BlockHash;

/**
 * What the tables of one tip say, to compare two data directories: the tip's block and a SHA-256 of
 * every table's rows, in order, all columns. Left out is when something was seen, and what was seen
 * besides the chain.
 */
public record RowDigest(long height, BlockHash hash, Map<String, String> tables) {

  private static final Set<String> ARRIVAL_TIMES = Set.of("seenAt", "firstSeen", "lastSeen");

  /** The same without the pool's tables, of which a run that came later has seen less. */
  RowDigest withoutPool() {
    Map<String, String> chain = new TreeMap<>(tables);
    chain.remove(PoolTransactionRow.TABLE.name());
    chain.remove(PoolRingRow.TABLE.name());
    return new RowDigest(height, hash, chain);
  }

  /** Of the tables of one namespace. */
  public static RowDigest of(Snapshot snapshot) {
    Map<String, String> tables = new TreeMap<>();
    for (Table<?> table : snapshot.namespace().tables()) {
      if (table.cut() == Cut.NEVER) {
        continue;
      }
      tables.put(table.name(), snapshot.count(table) + " rows " + digest(snapshot, table));
    }
    return new RowDigest(snapshot.tip().height(), snapshot.tip().hash(), tables);
  }

  private static <R> String digest(Snapshot snapshot, Table<R> table) {
    try (Rows<R> rows = snapshot.scan(table)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Stream<String> lines = rows.stream().map(RowDigest::line);
      (table.cut() == Cut.RING ? lines.sorted() : lines) // which run a row is in says nothing
          .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <R> String line(R row) {
    StringBuilder line = new StringBuilder();
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      if (!ARRIVAL_TIMES.contains(component.getName())) {
        line.append(component.getName()).append('=').append(value(row, component)).append(';');
      }
    }
    return line.append('\n').toString();
  }

  /** What a component of a row says, arrays by their elements. */
  static String value(Object row, RecordComponent component) {
    @Nullable Object value;
    try {
      value = component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    } else if (value instanceof long[] numbers) {
      return Arrays.toString(numbers);
    }
    return String.valueOf(value);
  }
}
