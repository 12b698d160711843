package org.ringlight.analytics.spark.claims;

import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.analytics.spark.SqlText;

/**
 * Views of the session that the tables have for themselves:
 *
 * <ul>
 *   <li>{@code counted_claims}: the claims that count
 *   <li>{@code ring_members}: {@code key_image, index_space, amount_index}, each member once
 *   <li>{@code ring_decoys}: {@code key_image, amount_index}, members that their ring does not
 *       spend
 * </ul>
 */
public final class RingClaims {

  private RingClaims() {}

  /**
   * Makes the views, in place of those of an earlier call.
   *
   * @param trust which claims count
   */
  public static void view(SparkTables tables, Trust trust) {
    SparkSession session = tables.session();
    session
        .sql(text("claims"), Map.of("conditional", trust == Trust.CONDITIONAL))
        .createOrReplaceTempView("counted_claims");
    session.sql(text("members")).createOrReplaceTempView("ring_members");
    session.sql(text("decoys")).createOrReplaceTempView("ring_decoys");
  }

  private static String text(String file) {
    return SqlText.of(RingClaims.class, file);
  }
}
