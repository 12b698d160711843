package org.ringlight.analytics.spark.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;

/**
 * What a cascade found as findings, each with the rings it rests on, as {@code analyze zero-mixin
 * cascade} says them: rings resolved, rings narrowed to several members of one key, and members
 * that rings do not spend because another does. A member is said to be a decoy only where it was
 * one before the ring was resolved.
 */
final class CascadeFindings {

  private final SparkTables tables;
  private final NamedRings rings;
  private final Dataset<Row> found;

  private CascadeFindings(SparkTables tables, NamedRings rings, Dataset<Row> found) {
    this.tables = tables;
    this.rings = rings;
    this.found = found;
  }

  /**
   * The findings, in any order.
   *
   * <ul>
   *   <li>{@code ring_id}: bigint, {@code place}: int; findings are told in their order
   *   <li>{@code claim}, {@code heuristic}: string
   *   <li>{@code key_image}: binary of 32 bytes; {@code index_space}: decimal(20,0)
   *   <li>{@code amount_indexes}: array of bigint, ascending; {@code public_keys}: theirs
   *   <li>{@code rests_on}: array of key images, in chain order
   *   <li>{@code depth}: int; {@code height}: bigint
   * </ul>
   *
   * @param found rows of {@code ring_id}, {@code key}, {@code height}, {@code depth}
   */
  static Dataset<Row> of(SparkTables tables, NamedRings rings, Dataset<Row> found) {
    return new CascadeFindings(tables, rings, found).rows();
  }

  private Dataset<Row> rows() {
    Dataset<Row> own =
        found.select(
            col("ring_id"),
            col("key").as("own_key"),
            col("height").as("since"),
            col("depth").as("own_depth"));
    Dataset<Row> struck =
        rings
            .rows()
            .selectExpr(
                "ring_id",
                "height",
                "index_space",
                "key_image",
                "posexplode(arrays_zip(members, keys)) AS (place, m)")
            .selectExpr("*", "m.members AS member", "m.keys AS key")
            .drop("m")
            .join(takers(), "key")
            .join(own, new String[] {"ring_id"}, "left");
    return spends(struck).unionByName(decoys(struck));
  }

  /** By key that a ring spends: the ring, what is known of it, and of the key. */
  private Dataset<Row> takers() {
    return found
        .withColumnRenamed("height", "taker_height")
        .withColumnRenamed("depth", "taker_depth")
        .join(rings.rows().select("ring_id", "key_image"), "ring_id")
        .withColumnRenamed("ring_id", "taker")
        .withColumnRenamed("key_image", "taker_image")
        .join(publicKeys(), "key")
        .join(broadcast(seconds()), new String[] {"key"}, "left");
  }

  private Dataset<Row> publicKeys() {
    return tables
        .rows(OutputRow.TABLE)
        .select(col("output_id").as("key"), col("public_key"))
        .unionByName(rings.older().select(col(NamedRings.TO_KEY).as("key"), col("public_key")));
  }

  /**
   * By key that several outputs have: the height of the second of them, in {@code second}; where
   * that is older than the tables, the tip's.
   */
  private Dataset<Row> seconds() {
    long tip = tables.tip(Namespace.XMR).map(Tip::height).orElse(0L);
    Dataset<Row> others = rings.shared();
    Dataset<Row> all =
        others.unionByName(others.select(col("key").as(NamedRings.TO_KEY), col("key")).distinct());
    Dataset<Row> heights =
        tables.rows(OutputRow.TABLE).select(col("output_id").as(NamedRings.TO_KEY), col("height"));
    return heights
        .join(broadcast(all), new String[] {NamedRings.TO_KEY}, "right")
        .groupBy("key")
        .agg(
            expr("sort_array(collect_list(struct(number < 0 AS older, number, height)))[1]"
                    + ".height")
                .as("second"))
        .withColumn("second", expr("coalesce(second, " + tip + ")"));
  }

  /** What a ring spends: all members of one key, whichever of them it is. */
  private static Dataset<Row> spends(Dataset<Row> struck) {
    return struck
        .where("since IS NOT NULL")
        .groupBy("ring_id", "key_image", "index_space", "since", "own_depth")
        .agg(
            expr("array_sort(collect_set(IF(taker = ring_id, member, NULL)))").as("amount_indexes"),
            expr("any_value(IF(taker = ring_id, public_key, NULL)) IGNORE NULLS").as("own_public"),
            expr("array_sort(collect_set(IF(taker <> ring_id, struct(taker, taker_image),"
                    + " NULL)))")
                .as("takers"))
        .select(
            col("ring_id"),
            lit(Integer.MAX_VALUE).as("place"),
            expr("IF(size(amount_indexes) = 1, 'ring_resolved', 'ring_narrowed')").as("claim"),
            expr("IF(own_depth = 0, 'zero-mixin', 'cascade')").as("heuristic"),
            col("key_image"),
            col("index_space"),
            col("amount_indexes"),
            expr("array_repeat(own_public, size(amount_indexes))").as("public_keys"),
            expr("transform(takers, t -> t.taker_image)").as("rests_on"),
            col("own_depth").as("depth"),
            col("since").as("height"));
  }

  private static Dataset<Row> decoys(Dataset<Row> struck) {
    return struck
        .where("taker <> ring_id")
        .withColumn("height", expr("greatest(height, taker_height)"))
        .where("since IS NULL OR height < since")
        .groupBy("ring_id", "member")
        .agg(
            expr("min(place)").as("place"),
            expr("any_value(struct(key_image, index_space, height, public_key, taker_image,"
                    + " taker_depth, second))")
                .as("of"))
        .select(
            col("ring_id"),
            col("place"),
            lit("member_eliminated").as("claim"),
            expr("CASE WHEN of.second <= of.height THEN 'duplicate-keys'"
                    + " WHEN of.taker_depth = 0 THEN 'zero-mixin' ELSE 'cascade' END")
                .as("heuristic"),
            col("of.key_image"),
            col("of.index_space"),
            expr("array(member)").as("amount_indexes"),
            expr("array(of.public_key)").as("public_keys"),
            expr("array(of.taker_image)").as("rests_on"),
            expr("1 + of.taker_depth").as("depth"),
            col("of.height"));
  }
}
