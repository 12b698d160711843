package org.ringlight.analytics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.indexer.Indexer;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.lake.Lake;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.recording.HostileNode;

/** A recording of a real chain, indexed and read by both engines. */
class RecordedChainTest {

  @TempDir static Path folder;

  @BeforeAll
  static void index() {
    try (HostileNode recorded = HostileNode.playing(HostileNode.smallChain(), 50);
        NodeClient node = Nodes.connect(List.of(NodeOptions.of(recorded.uri())));
        Indexer indexer = new Indexer(node, folder)) {
      assertThat(indexer.run(Indexing.everything()).blocks()).isEqualTo(124);
    }
  }

  @Test
  void duckDbAndSparkReadTheSameRows() throws SQLException {
    try (Lake lake = Lake.openExisting(folder);
        SqlSession duckDb = Sql.open(lake);
        SparkTables spark = SparkTables.open(SharedSpark.SESSION, lake)) {
      SameRows.inEveryTable(duckDb, spark);
      assertThat(SameRows.of(duckDb, spark, "SELECT * FROM xmr.rings")).isPositive();
    }
  }

  @Test
  void atAnOlderHeightToo() throws SQLException {
    for (long height : new long[] {0, 100, 1000}) {
      try (Lake lake = Lake.openExisting(folder);
          SqlSession duckDb = Sql.openAtHeight(lake, height);
          SparkTables spark = SparkTables.openAtHeight(SharedSpark.SESSION, lake, height)) {
        SameRows.inEveryTable(duckDb, spark);
        assertThat(SameRows.of(duckDb, spark, "SELECT hash FROM xmr.blocks"))
            .isEqualTo((int) Math.min(height, 123) + 1);
      }
    }
  }

  @Test
  void joinsAndAggregatesAgree() throws SQLException {
    try (Lake lake = Lake.openExisting(folder);
        SqlSession duckDb = Sql.openAtHeight(lake, 122);
        SparkTables spark = SparkTables.openAtHeight(SharedSpark.SESSION, lake, 122)) {
      for (String query :
          List.of(
              "SELECT count(*) FROM xmr.outputs",
              "SELECT index_space, count(*), max(amount_index) FROM xmr.outputs GROUP BY ALL",
              "SELECT tx_id, unlock_time - height FROM xmr.transactions WHERE coinbase",
              "SELECT t.hash, count(*), min(r.key_image) FROM xmr.transactions t JOIN xmr.rings r"
                  + " ON r.tx_id = t.tx_id WHERE r.index_space = 0 GROUP BY t.hash")) {
        assertThat(SameRows.of(duckDb, spark, query)).as(query).isPositive();
      }
    }
  }
}
