package org.ringlight.analytics.spark.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ringlight.analytics.spark.Kept;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;

/**
 * The rings of a tip with the key of each member: {@code ring_id}, {@code height}, {@code
 * index_space}, {@code key_image}, {@code members}, and {@code keys}, one for each member, in the
 * same order. One key stands for all outputs with the same public key, because it has one key image
 * and is spent once; its number is the lowest of theirs: {@code output_id}, and numbers below 0 for
 * outputs older than a slice. The key of one that the tables do not name is {@code NULL}.
 *
 * <p>Few outputs share a key, so that rings are joined with those few only, and no ring moves.
 */
final class NamedRings implements AutoCloseable {

  /** The number of an output, among those that share a key. */
  static final String TO_KEY = "number";

  private final Dataset<Row> rings;
  private final Kept older;
  private final Kept shared;
  private final Kept renamed;

  private NamedRings(SparkTables tables) {
    this.rings =
        tables
            .rows(RingRow.TABLE)
            .select(
                col("ring_id"),
                col("height"),
                col("index_space"),
                col("key_image"),
                col("members"),
                expr("coalesce(member_ids, transform(members, m -> CAST(NULL AS BIGINT)))")
                    .as("ids"))
            .where("size(members) > 0");
    this.older = Kept.of(older(tables));
    this.shared = shared(tables, older);
    this.renamed = Kept.of(renamed());
  }

  /** Looks for outputs that share a key. Close it when its rows are not needed any more. */
  static NamedRings of(SparkTables tables) {
    return new NamedRings(tables);
  }

  private static Dataset<Row> older(SparkTables tables) {
    return tables
        .rows(OlderOutputRow.TABLE)
        .select(
            col("index_space"),
            col("amount_index"),
            col("public_key"),
            expr("-1 - monotonically_increasing_id()").as(TO_KEY));
  }

  private static Kept shared(SparkTables tables, Kept older) {
    Dataset<Row> outputs =
        tables
            .rows(OutputRow.TABLE)
            .select(col("output_id").as(TO_KEY), col("public_key"))
            .unionByName(older.rows().select(TO_KEY, "public_key"));
    try (Kept several =
        Kept.of(
            outputs
                .groupBy("public_key")
                .agg(expr("min(number)").as("key"), expr("count(*)").as("n"))
                .where("n > 1")
                .select("public_key", "key"))) {
      return Kept.of(
          outputs
              .join(several.toJoin(), "public_key")
              .where("number <> key")
              .select(TO_KEY, "key"));
    }
  }

  /** By ring: the keys of the members whose key is not their own {@code output_id}, by position. */
  private Dataset<Row> renamed() {
    Dataset<Row> sharing =
        rings
            .selectExpr("ring_id", "posexplode(ids) AS (position, number)")
            .join(shared.toJoin(), TO_KEY)
            .select("ring_id", "position", "key");
    Dataset<Row> old =
        rings
            .where("exists(ids, id -> id IS NULL)")
            .selectExpr(
                "ring_id", "index_space", "ids", "posexplode(members) AS (position, amount_index)")
            .where("ids[position] IS NULL")
            .join(older.toJoin(), new String[] {"index_space", "amount_index"})
            .select("ring_id", "position", TO_KEY)
            .join(shared.toJoin(), new String[] {TO_KEY}, "left")
            .selectExpr("ring_id", "position", "coalesce(key, number) AS key");
    return sharing
        .unionByName(old)
        .groupBy("ring_id")
        .agg(expr("map_from_entries(collect_list(struct(position, key)))").as("other"));
  }

  /** The rings; read from the tables whenever they are asked for. */
  Dataset<Row> rows() {
    return rings
        .join(renamed.toJoin(), new String[] {"ring_id"}, "left")
        .withColumn(
            "keys",
            expr(
                "CASE WHEN other IS NULL THEN ids"
                    + " ELSE transform(ids, (id, i) -> coalesce(other[i], id)) END"))
        .drop("ids", "other");
  }

  /** Outputs older than a slice: {@code number}, {@code public_key} and their names. */
  Dataset<Row> older() {
    return older.rows();
  }

  /** The outputs that have the key of another one: {@code number}, and {@code key}, that other. */
  Dataset<Row> shared() {
    return shared.rows();
  }

  @Override
  public void close() {
    renamed.close();
    shared.close();
    older.close();
  }
}
