package org.ringlight.analytics.spark.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.spark.SharedSpark;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.analytics.spark.claims.Trust;
import org.ringlight.lake.Lake;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;

/** Statistics beside DuckDB, which is asked in other words: member by member, nothing prepared. */
class StatisticTest {

  /** By member: whether a claim leaves it out; every ring by its month and its era. */
  private static final String SIZES =
      """
      WITH claims AS (
        SELECT * FROM findings.claims WHERE guarantee IN (%s)
      ),
      members AS (
        SELECT key_image, index_space, unnest(list_distinct(members)) AS amount_index FROM xmr.rings
      ),
      possible AS (
        SELECT key_image, count(*) AS possible
        FROM members m
        WHERE NOT EXISTS (
            SELECT 1 FROM claims c
            WHERE c.claim = 'member_eliminated' AND c.key_images[1] = m.key_image
              AND c.amount_indexes[1] = m.amount_index)
          AND NOT EXISTS (
            SELECT 1 FROM claims c
            WHERE c.claim IN ('ring_resolved', 'ring_narrowed') AND c.key_images[1] = m.key_image
              AND NOT list_contains(c.amount_indexes, m.amount_index))
          AND NOT EXISTS (
            SELECT 1 FROM claims c
            WHERE c.claim = 'ring_resolved' AND c.index_space = m.index_space
              AND c.amount_indexes[1] = m.amount_index AND c.key_images[1] <> m.key_image)
          AND NOT EXISTS (
            SELECT 1 FROM claims c, claims s
            WHERE c.claim = 'output_spent' AND c.index_space = m.index_space
              AND c.amount_indexes[1] = m.amount_index
              AND s.claim = 'closed_set' AND s.key_images[1] = c.rests_on[1]
              AND NOT list_contains(s.key_images, m.key_image))
        GROUP BY key_image
      ),
      sizes AS (
        SELECT unnest(['month', 'era']) AS kind,
          unnest([strftime(make_timestamp(b.timestamp * 1000000), '%%Y-%%m'), b.major::VARCHAR])
            AS period,
          len(r.members) AS places, len(list_distinct(r.members)) AS members,
          coalesce(p.possible, 0) AS possible,
          EXISTS (SELECT 1 FROM claims c
            WHERE c.claim = 'ring_resolved' AND c.key_images[1] = r.key_image) AS resolved
        FROM xmr.rings r JOIN xmr.blocks b USING (height) LEFT JOIN possible p USING (key_image)
      )
      """;

  private static final String TRACEABILITY =
      SIZES
          + """
          SELECT kind, period, count(*), sum(places)::BIGINT, count(*) FILTER (resolved),
            count(*) FILTER (resolved) / count(*), count(*) FILTER (members > 1),
            count(*) FILTER (resolved AND members > 1),
            count(*) FILTER (resolved AND members > 1) / count(*) FILTER (members > 1),
            avg(possible)
          FROM sizes GROUP BY kind, period ORDER BY kind DESC, len(period), period
          """;

  private static final String RING_SIZES =
      SIZES
          + """
          SELECT kind, period, possible, count(*) FROM sizes
          GROUP BY kind, period, possible ORDER BY kind DESC, len(period), period, possible
          """;

  private static final String CLOSED_SETS =
      """
      SELECT 1 AS size, count(DISTINCT key_images) AS sets FROM findings.claims
      WHERE claim = 'ring_resolved' AND guarantee IN (%s) HAVING sets > 0
      UNION ALL
      SELECT len(key_images), count(DISTINCT key_images) FROM findings.claims
      WHERE claim = 'closed_set' AND guarantee IN (%<s) GROUP BY len(key_images)
      ORDER BY size
      """;

  @TempDir Path folder;

  private static String twin(Statistic statistic, Trust trust) {
    String guarantees = trust == Trust.PROVEN ? "'proven'" : "'proven', 'conditional'";
    return (switch (statistic) {
          case TRACEABILITY -> TRACEABILITY;
          case RING_SIZES -> RING_SIZES;
          case CLOSED_SETS -> CLOSED_SETS;
        })
        .formatted(guarantees);
  }

  private static List<String> asked(SqlSession duckDb, String query) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        List<String> line = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          line.add(String.valueOf(rows.getObject(i)));
        }
        lines.add(line.toString().replace(" ", ""));
      }
    }
    return lines;
  }

  private static List<String> counted(SparkTables tables, Statistic statistic, Trust trust) {
    return statistic.rows(tables, trust).collectAsList().stream()
        .map(Row::toString)
        .map(line -> line.replace(" ", ""))
        .toList();
  }

  @Test
  void everyStatisticIsWhatDuckDbCountsWhateverTheHeightAndTheTrust() throws SQLException {
    try (Lake lake = Lake.open(folder)) {
      RandomRings.whole(5).write(lake);
      Analysed.upToTip(lake);
      for (long height : new long[] {70, 119}) {
        try (SqlSession duckDb = Sql.openAtHeight(lake, height);
            SparkTables tables = SparkTables.openAtHeight(SharedSpark.SESSION, lake, height)) {
          for (Statistic statistic : Statistic.values()) {
            for (Trust trust : Trust.values()) {
              assertThat(counted(tables, statistic, trust))
                  .as("%s, %s, at height %s", statistic, trust, height)
                  .hasSizeGreaterThan(1)
                  .isEqualTo(asked(duckDb, twin(statistic, trust)));
            }
          }
        }
      }
    }
  }

  @Test
  void theMiniChainIsCountedAsItsStoryTells() {
    MiniChain.ofStory().write(folder);
    try (Lake lake = Lake.openExisting(folder)) {
      Analysed.upToTip(lake);
      try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake)) {
        // Ada's five; jo-3; and Jo's two rings that hold the same two outputs
        assertThat(counted(tables, Statistic.CLOSED_SETS, Trust.PROVEN)).contains("[1,6]", "[2,1]");
        List<Row> eras =
            Statistic.TRACEABILITY.rows(tables, Trust.PROVEN).where("kind = 'era'").collectAsList();
        assertThat(eras).hasSize(1);
        assertThat(eras.get(0).<Long>getAs("rings")).isEqualTo(MiniChain.ofStory().rings().size());
        assertThat(eras.get(0).<Long>getAs("resolved")).isEqualTo(6);
        assertThat(eras.get(0).<Long>getAs("resolved_of_several")).isEqualTo(5);
      }
    }
  }

  @Test
  void withoutFindingsEveryMemberIsPossible() {
    MiniChain.ofStory().write(folder);
    try (Lake lake = Lake.openExisting(folder);
        SparkTables tables = SparkTables.openAtHeight(SharedSpark.SESSION, lake, 5)) {
      // rings of one, two and three
      assertThat(counted(tables, Statistic.RING_SIZES, Trust.PROVEN))
          .endsWith("[era,8,1,1]", "[era,8,2,1]", "[era,8,3,1]");
      assertThat(counted(tables, Statistic.CLOSED_SETS, Trust.PROVEN)).isEmpty();
    }
  }
}
