package org.ringlight.analytics.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.SampleChain;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.Table;

/** What a user of the tables meets: names, types, settings, refusals. */
class SparkTablesTest {

  private static final SampleChain CHAIN = new SampleChain(0);

  @TempDir static Path folder;

  private Lake lake;
  private SparkTables tables;

  @BeforeEach
  void open() {
    lake = Lake.open(folder);
    if (lake.tip(Namespace.XMR).isEmpty()) {
      try (Writer writer = lake.writer(Namespace.XMR)) {
        CHAIN.commit(writer, 0, 9);
        CHAIN.commit(writer, 10, 19);
      }
    }
    tables = SparkTables.open(SharedSpark.SESSION, lake);
  }

  @AfterEach
  void close() {
    tables.close();
    lake.close();
  }

  private static List<String> texts(SparkSession session, String query) {
    return session.sql(query).collectAsList().stream().map(Row::toString).toList();
  }

  @Test
  void everyTableIsListedWithItsColumnsAndWords() {
    assertThat(texts(tables.session(), "SHOW TABLES IN xmr"))
        .containsExactlyInAnyOrderElementsOf(
            Namespace.XMR.tables().stream().map(table -> "[," + table.name() + ",false]").toList());
    for (Table<?> table : Namespace.XMR.tables()) {
      assertThat(tables.rows(table).columns())
          .isEqualTo(table.columns().stream().map(column -> column.name()).toArray());
    }
    assertThat(texts(tables.session(), "DESCRIBE xmr.rings"))
        .contains("[key_image,binary,Unique on the chain.]")
        .anyMatch(line -> line.startsWith("[index_space,decimal(20,0),"));
  }

  @Test
  void aFilterOnHeightSkipsFiles() {
    assertThat(tables.rows(RingRow.TABLE).where("height < 5").rdd().getNumPartitions())
        .isEqualTo(1);
    assertThat(
            tables
                .session()
                .sql("SELECT count(*) FROM xmr.rings WHERE height > 100")
                .collectAsList())
        .containsExactly(org.apache.spark.sql.RowFactory.create(0L));
  }

  @Test
  void settingsAloneAreEnough() {
    SparkSession session = SharedSpark.SESSION.newSession();
    session.conf().set("spark.sql.catalog.xmr", TipCatalog.class.getName());
    session.conf().set("spark.sql.catalog.xmr.data", folder.toString());
    session.conf().set("spark.sql.catalog.xmr.at-height", "7");
    assertThat(texts(session, "SELECT count(*), max(height) FROM xmr.blocks"))
        .containsExactly("[8,7]");
  }

  @Test
  void wrongSettingsSaySo() {
    SparkSession session = SharedSpark.SESSION.newSession();
    session.conf().set("spark.sql.catalog.xmr", TipCatalog.class.getName());
    assertThatExceptionOfType(ConfigurationInvalid.class)
        .isThrownBy(() -> session.sql("SELECT * FROM xmr.blocks"))
        .withMessageContaining("no data directory");
    session.conf().set("spark.sql.catalog.xmr.data", folder.toString());
    session.conf().set("spark.sql.catalog.xmr.at-height", "low");
    assertThatExceptionOfType(ConfigurationInvalid.class)
        .isThrownBy(() -> session.sql("SELECT * FROM xmr.blocks"))
        .withMessageContaining("not a height: low");
    session.conf().set("spark.sql.catalog.zec", TipCatalog.class.getName());
    assertThatExceptionOfType(ConfigurationInvalid.class)
        .isThrownBy(() -> session.sql("SELECT * FROM zec.blocks"))
        .withMessageContaining("there is no namespace zec");
  }

  @Test
  void anUnknownTableIsSparksOwnError() {
    assertThatExceptionOfType(AnalysisException.class)
        .isThrownBy(() -> tables.session().sql("SELECT * FROM xmr.coins"))
        .withMessageContaining("TABLE_OR_VIEW_NOT_FOUND");
  }

  @Test
  void nothingIsWrittenThroughThem() {
    for (String statement :
        List.of(
            "INSERT INTO xmr.quarantine SELECT * FROM xmr.quarantine",
            "DELETE FROM xmr.blocks",
            "DROP TABLE xmr.blocks",
            "CREATE TABLE xmr.mine (a INT)",
            "ALTER TABLE xmr.blocks RENAME TO chain",
            "ALTER TABLE xmr.blocks DROP COLUMN height")) {
      assertThatExceptionOfType(Exception.class)
          .as(statement)
          .isThrownBy(() -> tables.session().sql(statement).collectAsList())
          .withMessageMatching("(?s).*(UNSUPPORTED|not supported|not written|does not support).*");
    }
    assertThat(tables.session().table("xmr.blocks").count()).isEqualTo(20);
  }

  @Test
  void closedTablesRefuse() {
    SparkSession session = tables.session();
    assertThat(session.table("xmr.blocks").count()).isEqualTo(20);
    tables.close();
    assertThatIllegalStateException().isThrownBy(() -> session.table("xmr.blocks"));
  }
}
