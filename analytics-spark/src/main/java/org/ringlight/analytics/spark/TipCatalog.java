package org.ringlight.analytics.spark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.catalyst.analysis.NoSuchNamespaceException;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.connector.catalog.Column;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.connector.catalog.TableChange;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.table.Namespace;

/**
 * A namespace as a catalog of Spark, read-only, at one tip as long as the session lasts. The
 * catalog's name is the namespace's, so that {@code xmr.rings} means the same as in {@code
 * ringlight sql}.
 *
 * <p>{@link SparkTables} sets this up. Where only settings can be given, as in {@code spark-sql} or
 * Python, these are the settings:
 *
 * <pre>{@code
 * spark.sql.catalog.xmr            org.ringlight.analytics.spark.TipCatalog
 * spark.sql.catalog.xmr.data       the data directory
 * spark.sql.catalog.xmr.at-height  the largest height of a row; all when left out
 * }</pre>
 */
public final class TipCatalog implements TableCatalog {

  private static final String SETTING = "spark.sql.catalog.";
  private static final String PINNED = "pinned";
  private static final String DATA = "data";
  private static final String AT_HEIGHT = "at-height";

  /** What {@link SparkTables} of this process hold; settings can only carry text. */
  private static final Map<String, PinnedNamespace> HELD = new ConcurrentHashMap<>();

  private @Nullable String name;
  private @Nullable PinnedNamespace tables;

  /** Made by Spark. */
  public TipCatalog() {}

  /** The settings that make a session find {@code tables}, until {@link #release}. */
  static Map<String, String> hold(String id, Namespace namespace, PinnedNamespace tables) {
    HELD.put(key(id, namespace), tables);
    String setting = SETTING + namespace.sqlName();
    return Map.of(setting, TipCatalog.class.getName(), setting + "." + PINNED, key(id, namespace));
  }

  static void release(String id, Namespace namespace) {
    HELD.remove(key(id, namespace));
  }

  private static String key(String id, Namespace namespace) {
    return id + "/" + namespace.sqlName();
  }

  @Override
  public void initialize(String catalog, CaseInsensitiveStringMap options) {
    name = catalog;
    String held = options.get(PINNED);
    if (held == null) {
      tables = open(catalog, options);
    } else {
      tables = HELD.get(held);
      if (tables == null) {
        throw new IllegalStateException("these tables are closed");
      }
    }
  }

  private static PinnedNamespace open(String catalog, CaseInsensitiveStringMap options) {
    Namespace namespace =
        Arrays.stream(Namespace.values())
            .filter(candidate -> candidate.sqlName().equals(catalog))
            .findFirst()
            .orElseThrow(
                () ->
                    new ConfigurationInvalid(
                        "there is no namespace " + catalog,
                        SETTING + catalog,
                        "name the catalog as one of " + Arrays.toString(Namespace.values())));
    String data = options.get(DATA);
    if (data == null) {
      throw new ConfigurationInvalid(
          "no data directory is given",
          SETTING + catalog + "." + DATA,
          "set it to the folder that `ringlight index` wrote");
    }
    Lake lake = Lake.openExisting(Path.of(data));
    PinnedNamespace pinned = PinnedNamespace.open(lake, namespace, height(catalog, options));
    // Spark never tells a catalog that its session is over
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  pinned.close();
                  lake.close();
                }));
    return pinned;
  }

  private static OptionalLong height(String catalog, CaseInsensitiveStringMap options) {
    String height = options.get(AT_HEIGHT);
    try {
      long number = height == null ? Long.MAX_VALUE : Long.parseLong(height);
      if (number >= 0) {
        return height == null ? OptionalLong.empty() : OptionalLong.of(number);
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new ConfigurationInvalid(
        "not a height: " + height, SETTING + catalog + "." + AT_HEIGHT, "give a number, 0 or more");
  }

  private PinnedNamespace tables() {
    if (tables == null) {
      throw new IllegalStateException("Spark has not initialised this catalog");
    }
    return tables;
  }

  @Override
  public String name() {
    return name == null ? "" : name;
  }

  @Override
  public Identifier[] listTables(String[] namespace) throws NoSuchNamespaceException {
    if (namespace.length > 0) {
      throw new NoSuchNamespaceException(namespace);
    }
    return tables().names().stream()
        .map(table -> Identifier.of(namespace, table))
        .toArray(Identifier[]::new);
  }

  @Override
  public Table loadTable(Identifier table) throws NoSuchTableException {
    if (table.namespace().length > 0) {
      throw new NoSuchTableException(table);
    }
    return tables().table(table.name()).orElseThrow(() -> new NoSuchTableException(table));
  }

  @Override
  public Table createTable(
      Identifier table, Column[] columns, Transform[] partitions, Map<String, String> properties) {
    throw readOnly();
  }

  @Override
  public Table alterTable(Identifier table, TableChange... changes) {
    throw readOnly();
  }

  @Override
  public boolean dropTable(Identifier table) {
    throw readOnly();
  }

  @Override
  public void renameTable(Identifier from, Identifier to) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("the tables are read here, not written");
  }
}
