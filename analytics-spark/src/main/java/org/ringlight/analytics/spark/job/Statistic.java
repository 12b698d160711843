package org.ringlight.analytics.spark.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.ringlight.analytics.spark.SparkTables;

/**
 * What the tables and the findings say of rings in numbers, as of the height that the tables were
 * opened at. A month is one of the calendar in UTC by the blocks' timestamps; an era is a major
 * version of blocks.
 *
 * <p>A ring is resolved where a claim {@code ring_resolved} says so. Its effective size is the
 * number of distinct members that it may still spend: without those that a claim eliminates, that
 * its ring is narrowed to leave out, or that a resolved ring or a closed set took which it is not
 * part of.
 */
public enum Statistic {
  /**
   * By period: rings; ring members, counted as often as they are named; rings resolved and their
   * share, of all and of those with more than one distinct member; mean effective size.
   */
  TRACEABILITY,

  /** By period and effective size: rings. */
  RING_SIZES,

  /** By size: closed sets; those of size 1 are the resolved rings. */
  CLOSED_SETS;

  /** How it is called on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Its rows, in order.
   *
   * @param trust which claims count
   */
  public Dataset<Row> rows(SparkTables tables, Trust trust) {
    SparkSession session = tables.session();
    view(session, "claims", "counted_claims", trust);
    view(session, "members", "ring_members", trust);
    view(session, "decoys", "ring_decoys", trust);
    view(session, "sizes", "ring_sizes", trust);
    return session.sql(text(word()));
  }

  /** Views of the session that the tables have for themselves. */
  private static void view(SparkSession session, String file, String name, Trust trust) {
    String text = text(file);
    Dataset<Row> rows =
        text.contains(":conditional")
            ? session.sql(text, Map.of("conditional", trust == Trust.CONDITIONAL))
            : session.sql(text);
    rows.createOrReplaceTempView(name);
  }

  private static String text(String file) {
    String name = file + ".sql";
    try (InputStream in = Objects.requireNonNull(Statistic.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
