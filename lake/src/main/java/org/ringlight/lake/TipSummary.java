package org.ringlight.lake;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.BlockHash;

/**
 * A tip written once more beside its row: in the summary of the very snapshot that appends it. The
 * newest tip is then known from the table's metadata alone, which saves a cold start all of
 * Parquet. A snapshot that appends no tip has none, and the rows are read.
 */
final class TipSummary {

  /** The property of the snapshot's summary. */
  static final String PROPERTY = "ringlight.tip";

  private static final int FIELDS = 5;

  private TipSummary() {}

  static String write(Tip tip) {
    StringBuilder text = new StringBuilder();
    text.append(tip.number()).append(' ');
    text.append(tip.height()).append(' ');
    text.append(tip.hash()).append(' ');
    text.append(tip.run()).append(' ');
    text.append(tip.committedAt().toEpochMilli());
    tip.snapshots().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            table -> text.append(' ').append(table.getKey()).append('=').append(table.getValue()));
    return text.toString();
  }

  static Optional<Tip> read(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    String[] fields = text.split(" ", -1);
    Map<String, Long> snapshots = new HashMap<>();
    for (int i = FIELDS; i < fields.length; i++) {
      int equals = fields[i].indexOf('=');
      snapshots.put(fields[i].substring(0, equals), Long.valueOf(fields[i].substring(equals + 1)));
    }
    return Optional.of(
        new Tip(
            Long.parseLong(fields[0]),
            Long.parseLong(fields[1]),
            BlockHash.parse(fields[2]),
            snapshots,
            fields[3],
            Instant.ofEpochMilli(Long.parseLong(fields[4]))));
  }
}
