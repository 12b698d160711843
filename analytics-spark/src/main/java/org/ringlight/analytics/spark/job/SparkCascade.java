package org.ringlight.analytics.spark.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ringlight.analytics.spark.Kept;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.failure.DataInvalid;

/**
 * The cascade for chains beyond one machine: what the heuristics zero-mixin and cascade say, round
 * by round. A ring with one key left spends it, the key is struck out of all other rings, and so on
 * until nothing changes. Guarantee: proven.
 *
 * <p>Citation: Möser et al., PETS 2018(3), section 3. Cost: as many passes over the unresolved
 * rings as the deepest finding has steps; nothing is sorted but what changes, while that is little.
 * The kernel over arrays in {@code analytics} is some eighty times as fast where memory suffices.
 */
public final class SparkCascade implements AutoCloseable {

  /** Every so many rounds the findings of rounds become one dataset. */
  private static final int ROUNDS_APART = 16;

  private final SparkTables tables;
  private final NamedRings rings;
  private final List<Kept> found = new ArrayList<>();
  private Kept left;
  private int rounds;

  private SparkCascade(SparkTables tables) {
    this.tables = tables;
    rings = NamedRings.of(tables);
    left =
        Kept.of(
            rings
                .rows()
                .selectExpr(
                    "ring_id",
                    // a ring with a member that nobody knows becomes one without any
                    "IF(exists(keys, k -> k IS NULL), filter(keys, k -> FALSE),"
                        + " array_distinct(keys)) AS keys",
                    "height",
                    "0 AS depth"));
  }

  /**
   * Runs it over the rings of a tip. Close it when its rows are not needed any more.
   *
   * @throws DataInvalid where rings cannot all have spent something, or a member is unknown
   */
  public static SparkCascade of(SparkTables tables) {
    SparkCascade cascade = new SparkCascade(tables);
    try {
      while (cascade.round()) {
        cascade.rounds++;
      }
      cascade.requireSound();
      return cascade;
    } catch (RuntimeException e) {
      cascade.close();
      throw e;
    }
  }

  /**
   * What it found, a row for each resolved ring, in any order.
   *
   * <ul>
   *   <li>{@code key_image}: binary of 32 bytes; names the ring
   *   <li>{@code index_space}: decimal(20,0)
   *   <li>{@code amount_index}: bigint; the member that it spends, {@code NULL} where several
   *       outputs of the ring have that key
   *   <li>{@code depth}: int; steps from a ring that named one key, which has 0
   *   <li>{@code height}: bigint; the highest block that this rests on
   * </ul>
   */
  public Dataset<Row> resolved() {
    return together()
        .withColumnRenamed("height", "since")
        .join(rings.rows(), "ring_id")
        .withColumn(
            "own",
            expr(
                "array_distinct(transform(filter(arrays_zip(members, keys), m -> m.keys = key),"
                    + " m -> m.members))"))
        .select(
            col("key_image"),
            col("index_space"),
            expr("IF(size(own) = 1, own[0], NULL)").as("amount_index"),
            col("depth"),
            col("since").as("height"));
  }

  /** What it found as findings, with what each rests on: {@link CascadeFindings}. */
  public Dataset<Row> findings() {
    return CascadeFindings.of(tables, rings, together());
  }

  /** One more than the greatest depth; 0 where no ring is resolved. */
  public int rounds() {
    return rounds;
  }

  private Dataset<Row> together() {
    return found.stream()
        .map(Kept::rows)
        .reduce(Dataset::union)
        .orElseThrow(() -> new IllegalStateException("no round was run"));
  }

  /** Resolves what has one key left and strikes these keys out; whether there was any. */
  private boolean round() {
    Kept alone =
        Kept.of(
            left.rows()
                .where("size(keys) < 2")
                .selectExpr("ring_id", "get(keys, 0) AS key", "height", "depth"));
    found.add(alone);
    if (alone.count() == 0) {
      return false;
    }
    strike(alone);
    if (found.size() == ROUNDS_APART) {
      Kept all = Kept.of(together().coalesce(left.rows().rdd().getNumPartitions()));
      found.forEach(Kept::close);
      found.clear();
      found.add(all);
    }
    return true;
  }

  private void strike(Kept alone) {
    Dataset<Row> open = left.rows().where("size(keys) > 1");
    Dataset<Row> takers = alone.toJoin().selectExpr("key", "height AS since", "depth");
    try (Kept struck =
        Kept.of(
            open.selectExpr("ring_id", "explode(keys) AS key")
                .join(takers, "key")
                .groupBy("ring_id")
                .agg(
                    expr("collect_list(key)").as("gone"),
                    expr("max(since)").as("since"),
                    expr("1 + max(depth)").as("steps")))) {
      Kept before = left;
      left =
          Kept.of(
              open.join(struck.toJoin(), new String[] {"ring_id"}, "left")
                  .selectExpr(
                      "ring_id",
                      "IF(gone IS NULL, keys, array_except(keys, gone)) AS keys",
                      "greatest(height, since) AS height",
                      "greatest(depth, steps) AS depth"));
      before.close();
    }
  }

  private void requireSound() {
    Dataset<Row> all = together();
    Row counts = all.selectExpr("count(*)", "count(key)", "count(DISTINCT key)").first();
    if (counts.getLong(0) > counts.getLong(1)) {
      throw wrong(
          all.where("key IS NULL"),
          "every member of a ring is spent by another ring, or one is in no table of outputs");
    } else if (counts.getLong(1) > counts.getLong(2)) {
      throw wrong(
          all.join(all.groupBy("key").count().where("count > 1"), "key"),
          "two rings spend one key");
    }
  }

  private DataInvalid wrong(Dataset<Row> found, String what) {
    String image =
        found
            .limit(1)
            .join(rings.rows(), "ring_id")
            .selectExpr("lower(hex(key_image))")
            .first()
            .getString(0);
    return new DataInvalid(
        what, "ring " + image, "run ringlight verify: such rings no node accepts");
  }

  @Override
  public void close() {
    found.forEach(Kept::close);
    left.close();
    rings.close();
  }
}
