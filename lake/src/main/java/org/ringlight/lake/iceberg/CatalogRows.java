package org.ringlight.lake.iceberg;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rows of the catalog's database that say where each table's current metadata is, as Iceberg
 * 1.11's {@code JdbcCatalog} keeps them (table {@code iceberg_tables}, schema V1).
 */
final class CatalogRows {

  private final Path database;

  CatalogRows(Path database) {
    this.database = database;
  }

  /** Where every table's current metadata is said to be, in the order of their names. */
  List<Path> metadataFiles() throws SQLException {
    List<Path> files = new ArrayList<>();
    if (Files.notExists(database)) {
      return files; // asking SQLite would make it
    }
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      if (!thereIsATable(statement)) {
        return files;
      }
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT metadata_location FROM iceberg_tables"
                  + " ORDER BY table_namespace, table_name")) {
        while (rows.next()) {
          files.add(Path.of(rows.getString(1)));
        }
      }
    }
    return files;
  }

  private static boolean thereIsATable(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("SELECT 1 FROM sqlite_master WHERE name = 'iceberg_tables'")) {
      return found.next();
    }
  }

  /** Puts new places in the place of old ones: all of them, durably, or none. */
  void replace(Map<Path, Path> places) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE iceberg_tables SET metadata_location = ?, previous_metadata_location = NULL"
                    + " WHERE metadata_location = ?")) {
      connection.setAutoCommit(false);
      for (Map.Entry<Path, Path> place : places.entrySet()) {
        update.setString(1, place.getValue().toString());
        update.setString(2, place.getKey().toString());
        if (update.executeUpdate() != 1) {
          throw new SQLException("the catalog changed meanwhile: " + place.getKey());
        }
      }
      connection.commit();
    }
  }

  /** SQLite's own default is to synchronise every commit fully. */
  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + database);
  }
}
