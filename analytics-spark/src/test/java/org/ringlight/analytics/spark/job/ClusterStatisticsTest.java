package org.ringlight.analytics.spark.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.bitcoin.cluster.CommonInputOwnership;
import org.ringlight.analytics.bitcoin.read.LakeCoins;
import org.ringlight.analytics.bitcoin.read.Tags;
import org.ringlight.analytics.bitcoin.run.ClusterRun;
import org.ringlight.analytics.bitcoin.run.Clustering;
import org.ringlight.analytics.bitcoin.run.RunListener;
import org.ringlight.analytics.spark.SharedSpark;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.mini.BitcoinChain;
import org.ringlight.lake.mini.BitcoinChain.Made;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;

/** Statistics of clusters beside DuckDB, which is asked address by address. */
class ClusterStatisticsTest {

  private static final String TWIN =
      """
      SELECT c.cluster, count(*),
        (SELECT count(*) FROM btc.transactions t WHERE EXISTS (
           SELECT 1 FROM btc.outputs o JOIN btc.addresses a USING (address_id)
           JOIN btc_findings.clusters d ON d.address = a.address
           WHERE o.tx_id = t.tx_id AND d.cluster = c.cluster)
         OR EXISTS (
           SELECT 1 FROM btc.inputs i JOIN btc.addresses a USING (address_id)
           JOIN btc_findings.clusters d ON d.address = a.address
           WHERE i.tx_id = t.tx_id AND d.cluster = c.cluster)),
        sum((SELECT sum(o.value) FROM btc.outputs o JOIN btc.addresses a USING (address_id)
             WHERE a.address = c.address)) AS received,
        sum(coalesce((
             SELECT sum(o.value) FROM btc.outputs o JOIN btc.addresses a USING (address_id)
             WHERE a.address = c.address AND NOT EXISTS (
               SELECT 1 FROM btc.inputs i WHERE i.output_id = o.output_id)), 0)),
        min((SELECT min(o.height) FROM btc.outputs o JOIN btc.addresses a USING (address_id)
             WHERE a.address = c.address)),
        max((SELECT max(greatest(o.height, coalesce(i.height, 0)))
             FROM btc.outputs o JOIN btc.addresses a USING (address_id)
             LEFT JOIN btc.inputs i ON i.output_id = o.output_id WHERE a.address = c.address))
      FROM btc_findings.clusters c GROUP BY c.cluster ORDER BY received DESC, c.cluster
      """;

  @TempDir Path folder;

  private static BitcoinChain story() {
    BitcoinChain chain = new BitcoinChain();
    Made one = chain.mine("ada-1");
    Made two = chain.mine("ada-2");
    Made three = chain.mine("bob-1");
    Made four = chain.mine("bob-2");
    Made paid =
        chain
            .transaction()
            .spend(one.output(0))
            .spend(two.output(0))
            .pay("bob-1", 3_000_000_000L)
            .pay("ada-3", 6_999_999_000L)
            .end();
    chain.mine("ada-1");
    chain
        .transaction()
        .spend(three.output(0))
        .spend(four.output(0))
        .spend(paid.output(0))
        .pay("carol", 12_999_998_000L)
        .end();
    chain.mine("miner");
    return chain;
  }

  private static void cluster(Lake lake) {
    try (Snapshot tables = LakeCoins.chain(lake);
        Clustering found =
            new ClusterRun(
                    lake,
                    new LakeCoins(tables),
                    Tags.NONE,
                    CommonInputOwnership.USUAL_GUARDS,
                    RunListener.SILENT)
                .write(told -> assertThat(told.clusters()).isEqualTo(2))) {
      assertThat(found.keptUpTo()).isEqualTo(-1);
    }
  }

  @Test
  void sparkSaysWhatDuckDbSays() throws SQLException {
    try (Lake lake = Lake.open(folder)) {
      story().writeTo(lake);
      assertThatThrownBy(() -> new Job.OfClusters().height(lake, OptionalLong.empty()))
          .isInstanceOf(ConfigurationInvalid.class)
          .hasMessageContaining("no clusters yet");
      cluster(lake);
      assertThat(new Job.OfClusters().height(lake, OptionalLong.empty())).hasValue(5);
      assertThatThrownBy(() -> new Job.OfClusters().height(lake, OptionalLong.of(3)))
          .isInstanceOf(ConfigurationInvalid.class);
      List<String> rows = new ArrayList<>();
      try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake)) {
        new Job.OfClusters()
            .run(tables, found -> found.collectAsList().forEach(row -> rows.add(text(row))));
      }
      assertThat(rows)
          .isEqualTo(duckDb(lake))
          .containsExactly("ada-1,2,4,15000000000,5000000000,0,4", "bob-1,2,4,13000000000,0,2,4");
    }
  }

  private static String text(Row row) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < row.length(); i++) {
      cells.add(String.valueOf(row.get(i)));
    }
    return String.join(",", cells);
  }

  private static List<String> duckDb(Lake lake) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (SqlSession session = Sql.open(lake);
        Statement statement = session.connection().createStatement();
        ResultSet found = statement.executeQuery(TWIN)) {
      while (found.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
          cells.add(found.getString(i));
        }
        rows.add(String.join(",", cells));
      }
    }
    return rows;
  }
}
