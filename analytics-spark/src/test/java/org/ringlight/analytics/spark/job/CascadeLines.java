package org.ringlight.analytics.spark.job;

import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Findings of a cascade as text, to compare. */
final class CascadeLines {

  private CascadeLines() {}

  static String line(String image, String space, OptionalLong index, int depth, long height) {
    return image
        + " spends "
        + space
        + ":"
        + (index.isEmpty() ? "?" : index.getAsLong())
        + ", depth "
        + depth
        + ", height "
        + height;
  }

  static Set<String> of(Dataset<Row> resolved) {
    return resolved.collectAsList().stream()
        .map(
            row ->
                line(
                    HexFormat.of().formatHex(row.<byte[]>getAs("key_image")),
                    row.getDecimal(row.fieldIndex("index_space")).toPlainString(),
                    row.isNullAt(row.fieldIndex("amount_index"))
                        ? OptionalLong.empty()
                        : OptionalLong.of(row.<Long>getAs("amount_index")),
                    row.<Integer>getAs("depth"),
                    row.<Long>getAs("height")))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
