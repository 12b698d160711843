package org.ringlight.lake.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.SampleChain;
import org.ringlight.lake.SampleFindings;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.Table;
import org.ringlight.lake.table.Tables;
import org.ringlight.protocol.BlockHash;

class SqlTest {

  private static final SampleChain CHAIN = new SampleChain(0);

  private final Path folder;

  SqlTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Lake lake(long... tips) {
    Lake lake = Lake.open(folder);
    try (Writer writer = lake.writer(Namespace.XMR)) {
      long from = 0;
      for (long tip : tips) {
        CHAIN.commit(writer, from, tip);
        from = tip + 1;
      }
    }
    SampleFindings.commitAll(lake);
    return lake;
  }

  @Test
  void everyTableHoldsWhatOurOwnReaderReads() throws SQLException {
    try (Lake lake = lake(40, 99);
        SqlSession session = Sql.open(lake)) {
      List<Table<?>> filled = new ArrayList<>(SampleChain.TABLES);
      filled.addAll(SampleFindings.TABLES);
      for (Table<?> table : filled) {
        Snapshot snapshot = session.snapshot(table.namespace()).orElseThrow();
        List<String> ours;
        try (Stream<?> rows = snapshot.scan(table).stream()) {
          ours = rows.map(row -> RowText.of(table, row)).toList();
        }
        assertThat(ours).isNotEmpty();
        assertThat(select(session, "SELECT * FROM " + table.fullName() + " ORDER BY ALL"))
            .as("%s", table)
            .containsExactlyInAnyOrderElementsOf(ours);
      }
    }
  }

  @Test
  void heightCutsEveryTable() throws SQLException {
    try (Lake lake = lake(40, 99);
        SqlSession session = Sql.openAtHeight(lake, 50)) {
      for (Table<?> table : SampleChain.TABLES) {
        assertThat(select(session, "SELECT max(%s) FROM %s".formatted(table.cut().column(), table)))
            .containsExactly("[50]");
      }
    }
  }

  @Test
  void tablesBeforeTheFirstCommitAreEmptyAndTyped() throws SQLException {
    try (Lake lake = Lake.open(folder);
        SqlSession session = Sql.open(lake)) {
      for (Table<?> table : Tables.ALL) {
        assertThat(select(session, "SELECT * FROM " + table.fullName())).isEmpty();
      }
      assertThat(select(session, "SELECT typeof(max(unlock_time)) FROM xmr.transactions"))
          .containsExactly("[UBIGINT]");
    }
  }

  @Test
  void viewsHaveTheTypesOfTheDictionary() throws SQLException {
    try (Lake lake = lake(9);
        SqlSession session = Sql.open(lake)) {
      for (Table<?> table : Tables.ALL) {
        assertThat(
                select(
                    session,
                    "SELECT column_name, data_type FROM duckdb_columns() WHERE schema_name = '%s'"
                            .formatted(table.namespace().sqlName())
                        + " AND table_name = '"
                        + table.name()
                        + "' ORDER BY column_index"))
            .isEqualTo(
                table.columns().stream()
                    .map(column -> "[" + column.name() + ", " + column.type().sql() + "]")
                    .toList());
      }
    }
  }

  @Test
  void unsignedNumbersCompareAsSuch() throws SQLException {
    try (Lake lake = lake(20);
        SqlSession session = Sql.open(lake)) {
      assertThat(
              select(
                  session,
                  "SELECT count(*), max(unlock_time) FROM xmr.transactions"
                      + " WHERE unlock_time > 18446744073709551614"))
          .containsExactly("[3, 18446744073709551615]");
    }
  }

  @Test
  void hashesAreAskedForByTheirDigits() throws SQLException {
    try (Lake lake = lake(9);
        SqlSession session = Sql.open(lake)) {
      String hash = CHAIN.hash(7).toString();
      assertThat(
              select(
                  session,
                  "SELECT height, lhex(hash) FROM xmr.blocks WHERE hash = h('" + hash + "')"))
          .containsExactly("[7, " + hash + "]");
    }
  }

  @Test
  void rollbackIsSeen() throws SQLException {
    try (Lake lake = lake(20, 30)) {
      try (Writer writer = lake.writer(Namespace.XMR);
          Commit commit = writer.begin()) {
        commit.deleteAbove(12);
        commit.commit(12, BlockHash.of(new byte[32]));
      }
      try (SqlSession session = Sql.open(lake)) {
        assertThat(select(session, "SELECT count(*), max(height) FROM xmr.blocks"))
            .containsExactly("[13, 12]");
      }
    }
  }

  @Test
  void nothingElseCanBeReadWrittenOrChanged() throws SQLException {
    try (Lake lake = lake(9);
        SqlSession session = Sql.open(lake)) {
      String live = lake.current(Namespace.XMR).orElseThrow().files(BlockRow.TABLE).get(0);
      for (String statement :
          List.of(
              "COPY (SELECT 1) TO '" + folder.resolve("out.csv") + "'",
              "COPY (SELECT 1) TO '" + live + "'",
              "ATTACH '" + folder.resolve("catalog.sqlite") + "'",
              "SELECT * FROM read_csv('" + folder.resolve("lake.properties") + "')",
              "INSTALL httpfs",
              "LOAD httpfs",
              "SET enable_external_access = true",
              "SET memory_limit = '64GB'")) {
        try (Statement run = session.connection().createStatement()) {
          assertThatExceptionOfType(SQLException.class)
              .as(statement)
              .isThrownBy(() -> run.execute(statement))
              .withMessageContaining("configuration");
        }
      }
      assertThat(select(session, "SELECT count(*) FROM xmr.blocks")).containsExactly("[10]");
    }
  }

  private static List<String> select(SqlSession session, String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = session.connection().createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          values.add(text(result.getObject(i)));
        }
        rows.add(values.toString());
      }
    }
    return rows;
  }

  private static String text(@Nullable Object value) throws SQLException {
    if (value instanceof Blob blob) {
      return RowText.hex(blob.getBytes(1, (int) blob.length()));
    }
    if (value instanceof Array array) {
      List<String> elements = new ArrayList<>();
      for (Object element : (Object[]) array.getArray()) {
        elements.add(text(element));
      }
      return elements.toString();
    }
    return value instanceof Object[] array ? Arrays.toString(array) : Objects.toString(value);
  }
}
