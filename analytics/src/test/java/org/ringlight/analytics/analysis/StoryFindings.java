package org.ringlight.analytics.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/** The findings of a lake in the words of a story: rings and outputs by their names. */
final class StoryFindings {

  private final Map<KeyImage, String> rings = new HashMap<>();
  private final Map<OutputName, String> outputs = new HashMap<>();

  StoryFindings(MiniChain chain) {
    chain.outputNames().forEach((name, row) -> outputs.put(name(row), name));
    chain.ringNames().forEach((name, row) -> rings.put(row.keyImage(), name));
  }

  private static OutputName name(OutputRow row) {
    return new OutputName(row.indexSpace(), row.amountIndex());
  }

  /** A line for each finding, in the order they were written. */
  List<String> lines(Lake lake) {
    List<String> lines = new ArrayList<>();
    try (Snapshot tables = lake.current(Namespace.FINDINGS).orElseThrow();
        Rows<ClaimRow> rows = tables.scan(ClaimRow.TABLE)) {
      rows.forEachRemaining(row -> lines.add(line(row)));
    }
    return lines;
  }

  private String line(ClaimRow row) {
    String said = row.heuristic() + ": " + claim(row);
    if (row.assumption() != null) {
      said += ", if " + row.assumption();
    }
    if (!row.restsOn().isEmpty()) {
      said += ", by " + rings(row.restsOn());
    }
    return said + ", from " + row.height();
  }

  private String claim(ClaimRow row) {
    String ring = rings(row.keyImages());
    String named =
        LongStream.of(row.amountIndexes())
            .mapToObj(index -> outputs.get(new OutputName(space(row), index)))
            .collect(Collectors.joining(" "));
    return switch (row.claim()) {
      case "ring_resolved" -> "ring " + ring + " spends " + named;
      case "ring_narrowed" -> "ring " + ring + " spends one of " + named;
      case "member_eliminated" -> "ring " + ring + " does not spend " + named;
      case "closed_set" -> "closed set " + ring;
      case "output_spent" -> named + " is spent";
      default -> row.claim();
    };
  }

  private static long space(ClaimRow row) {
    Long space = row.indexSpace();
    return space == null ? 0 : space;
  }

  private String rings(List<KeyImage> images) {
    return images.stream().map(rings::get).collect(Collectors.joining(" "));
  }
}
