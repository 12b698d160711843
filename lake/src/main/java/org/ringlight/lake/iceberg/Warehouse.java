package org.ringlight.lake.iceberg;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.iceberg.CatalogProperties;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Table;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.exceptions.NoSuchTableException;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.table.Namespace;

/** The Iceberg tables of a data directory and the catalog that names their current state. */
public final class Warehouse implements Closeable {

  private static final String CATALOG = "ringlight";
  static final String DATABASE = "catalog.sqlite";
  private static final String BUSY_MILLIS = "30000";
  private static final int LOADS = 3;

  private final Path folder;
  private final LocalFiles files;
  private final JdbcCatalog catalog;

  /** Opens the catalog in {@code folder}, an absolute path; creates it where there is none. */
  public Warehouse(Path folder, LocalFiles files) {
    this.folder = folder;
    this.files = files;
    this.catalog = new JdbcCatalog(unused -> files, null, true);
    Path database = folder.resolve(DATABASE);
    StoreErrors.run(
        database,
        () -> {
          files.createFolder(folder);
          catalog.initialize(
              CATALOG,
              Map.of(
                  CatalogProperties.URI,
                  "jdbc:sqlite:" + database,
                  CatalogProperties.WAREHOUSE_LOCATION,
                  folder.toString(),
                  CatalogProperties.CLIENT_POOL_SIZE,
                  "1",
                  JdbcCatalog.PROPERTY_PREFIX + "schema-version",
                  "V1",
                  JdbcCatalog.PROPERTY_PREFIX + "synchronous",
                  "FULL",
                  JdbcCatalog.PROPERTY_PREFIX + "busy_timeout",
                  BUSY_MILLIS));
        });
    Optional<Path> origin = new Relocation(folder, files).origin();
    if (origin.isPresent()) {
      close();
      // files are named by absolute paths: working here would change the folder they came from
      throw new ConfigurationInvalid(
          "these tables were made in another folder and have been moved or copied",
          folder + " was " + origin.get(),
          "put them back there, or run ringlight migrate with --data " + folder);
    }
  }

  /** Whether {@code folder} has a catalog. */
  public static boolean isThere(Path folder) {
    return Files.exists(folder.resolve(DATABASE));
  }

  /** Where files are read and written. */
  public LocalFiles files() {
    return files;
  }

  /** The folder of a namespace's tables. */
  public Path folder(Namespace namespace) {
    return folder.resolve(namespace.sqlName());
  }

  private static TableIdentifier identifier(org.ringlight.lake.table.Table<?> table) {
    return TableIdentifier.of(namespace(table.namespace()), table.name());
  }

  private static org.apache.iceberg.catalog.Namespace namespace(Namespace namespace) {
    return org.apache.iceberg.catalog.Namespace.of(namespace.sqlName());
  }

  /** The table's current state, if it was ever written. */
  public Optional<Table> find(org.ringlight.lake.table.Table<?> table) {
    return StoreErrors.at(
        table,
        () -> {
          try {
            return Optional.of(checked(load(table), table));
          } catch (NoSuchTableException e) {
            requireNoFiles(table);
            return Optional.empty();
          }
        });
  }

  /**
   * Between asking the catalog where a table's metadata is and reading it, a writer may have
   * replaced it so often that it is deleted: then the catalog knows a newer place.
   */
  private Table load(org.ringlight.lake.table.Table<?> table) {
    NotFoundException last = null;
    for (int attempt = 0; attempt < LOADS; attempt++) {
      try {
        return catalog.loadTable(identifier(table));
      } catch (NotFoundException e) {
        last = e;
      }
    }
    throw Objects.requireNonNull(last);
  }

  /** A table that the catalog does not know, but whose files are there: the catalog was lost. */
  private void requireNoFiles(org.ringlight.lake.table.Table<?> table) throws IOException {
    Path data = folder(table.namespace()).resolve(table.name()).resolve("data");
    if (!Files.isDirectory(data)) {
      return;
    }
    try (Stream<Path> files = Files.list(data)) {
      if (files.anyMatch(file -> file.toString().endsWith(".parquet"))
          && !catalog.namespaceExists(namespace(table.namespace()))) {
        throw new DataInvalid(
            "the catalog is gone, but files of its tables are there",
            data.toString(),
            "restore the data directory from a copy, or index again into an empty folder");
      }
    }
  }

  /** The table's current state; an empty table where there was none. */
  public Table findOrCreate(org.ringlight.lake.table.Table<?> table) {
    return find(table).orElseGet(() -> StoreErrors.at(table, () -> create(table)));
  }

  private Table create(org.ringlight.lake.table.Table<?> table) {
    if (!catalog.namespaceExists(namespace(table.namespace()))) {
      catalog.createNamespace(namespace(table.namespace()), Map.of());
    }
    Table created =
        catalog
            .buildTable(identifier(table), IcebergSchemas.schema(table))
            .withPartitionSpec(PartitionSpec.unpartitioned())
            .withSortOrder(IcebergSchemas.order(table))
            .withProperties(IcebergSchemas.properties(table))
            .create();
    return checked(created, table);
  }

  private Table checked(Table stored, org.ringlight.lake.table.Table<?> table) {
    if (!stored.schema().asStruct().equals(IcebergSchemas.schema(table).asStruct())) {
      throw new ConfigurationInvalid(
          "the table's columns are not those of this version",
          table + " in " + stored.location(),
          "use the version of this program that wrote it, or `migrate`");
    }
    return stored;
  }

  /** Forgets the table and deletes its files. */
  public void drop(org.ringlight.lake.table.Table<?> table) {
    StoreErrors.run(table, () -> catalog.dropTable(identifier(table), true));
  }

  /** A namespace's properties; empty where nothing was ever set. */
  public Map<String, String> properties(Namespace namespace) {
    return StoreErrors.at(
        namespace.sqlName(),
        () ->
            catalog.namespaceExists(namespace(namespace))
                ? new HashMap<>(catalog.loadNamespaceMetadata(namespace(namespace)))
                : Map.of());
  }

  /** Sets properties of a namespace, durably. */
  public void setProperties(Namespace namespace, Map<String, String> properties) {
    StoreErrors.run(
        namespace.sqlName(),
        () -> {
          if (!catalog.namespaceExists(namespace(namespace))) {
            catalog.createNamespace(namespace(namespace), Map.of());
          }
          catalog.setProperties(namespace(namespace), properties);
        });
  }

  @Override
  public void close() {
    StoreErrors.run(folder, catalog::close);
  }
}
