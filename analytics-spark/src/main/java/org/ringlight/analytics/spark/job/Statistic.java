package org.ringlight.analytics.spark.job;

import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.analytics.spark.SqlText;
import org.ringlight.analytics.spark.claims.RingClaims;
import org.ringlight.analytics.spark.claims.Trust;

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
    RingClaims.view(tables, trust);
    SparkSession session = tables.session();
    session.sql(SqlText.of(Statistic.class, "sizes")).createOrReplaceTempView("ring_sizes");
    return session.sql(SqlText.of(Statistic.class, word()));
  }
}
