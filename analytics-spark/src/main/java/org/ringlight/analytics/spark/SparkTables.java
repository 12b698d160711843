package org.ringlight.analytics.spark;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;

/**
 * The tables in Spark, each namespace at the commit that was its last when they were opened: {@code
 * tables.session().sql("SELECT … FROM xmr.rings")} gives the rows that {@link
 * org.ringlight.lake.sql.Sql} gives at the same tip, whatever is written meanwhile. Unsigned
 * columns are {@code DECIMAL(20,0)}.
 *
 * <p>They are in a session of their own, so that several tips can be open at once; it shares the
 * given one's context and its settings at the start, not its temporary views. Executors read the
 * data files and need to see them under the same paths; nothing else of the data directory.
 *
 * <p>The tips are held until {@link #close}. Afterwards no table can be opened, and a dataset made
 * before fails where a file has been cleaned up since. Closing stops no session.
 */
public final class SparkTables implements AutoCloseable {

  private final String id = UUID.randomUUID().toString();
  private final SparkSession session;
  private final Map<Namespace, PinnedNamespace> namespaces = new EnumMap<>(Namespace.class);

  private SparkTables(SparkSession session) {
    this.session = session;
  }

  /**
   * All rows of the last commits.
   *
   * @throws org.ringlight.failure.StoreUnavailable when the disk or the catalog does not work
   * @throws org.ringlight.failure.DataInvalid when what they hold is damaged
   */
  public static SparkTables open(SparkSession spark, Lake lake) {
    return open(spark, lake, OptionalLong.empty());
  }

  /** The rows of heights up to {@code height}. */
  public static SparkTables openAtHeight(SparkSession spark, Lake lake, long height) {
    return open(spark, lake, OptionalLong.of(height));
  }

  private static SparkTables open(SparkSession spark, Lake lake, OptionalLong toHeight) {
    SparkTables tables = new SparkTables(spark.newSession());
    try {
      for (Namespace namespace : Namespace.values()) {
        PinnedNamespace pinned = PinnedNamespace.open(lake, namespace, toHeight);
        tables.namespaces.put(namespace, pinned);
        TipCatalog.hold(tables.id, namespace, pinned).forEach(tables.session.conf()::set);
      }
      return tables;
    } catch (RuntimeException e) {
      tables.close();
      throw e;
    }
  }

  /** Where SQL finds the tables under their names. */
  public SparkSession session() {
    return session;
  }

  /** All rows and columns of {@code table}. */
  public Dataset<Row> rows(Table<?> table) {
    return session.table(table.fullName());
  }

  /** The commit that is read; empty before a namespace's first. */
  public Optional<Tip> tip(Namespace namespace) {
    return Optional.ofNullable(namespaces.get(namespace)).flatMap(PinnedNamespace::tip);
  }

  @Override
  public void close() {
    namespaces.forEach(
        (namespace, pinned) -> {
          TipCatalog.release(id, namespace);
          pinned.close();
        });
  }
}
