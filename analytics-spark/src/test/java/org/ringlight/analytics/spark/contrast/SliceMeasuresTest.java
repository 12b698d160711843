package org.ringlight.analytics.spark.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.spark.SharedSpark;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.analytics.spark.claims.Trust;
import org.ringlight.lake.Lake;

/** A slice of both chains: what is older than it has no number there, and counts all the same. */
class SliceMeasuresTest {

  private static final int BLOCKS = 40;

  /** Two blocks are a day, so that a day is whole or not there. */
  private static final int FROM = 20;

  @TempDir Path folder;

  private static void write(Lake lake, int from) {
    TwinFlow flow = TwinFlow.random(11, BLOCKS, 4);
    flow.writeMonero(lake, 3, false, from);
    flow.writeBitcoin(lake, from);
  }

  private static List<String> ask(Lake lake, Measure measure, long fromHeight) {
    try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake);
        SpendGraph graph = SpendGraph.of(tables, Trust.PROVEN, Optional.empty())) {
      String firstDay =
          tables
              .session()
              .sql(
                  "SELECT date_format(timestamp_seconds(timestamp), 'yyyy-MM-dd') FROM btc.blocks"
                      + " WHERE height = "
                      + fromHeight)
              .first()
              .getString(0);
      return Answers.ofSpark(
          measure.rows(graph).where("kind = 'day' AND period > '" + firstDay + "'"));
    }
  }

  @Test
  void spendsHaveAsManyCandidatesAsInTheWholeChain() {
    try (Lake whole = Lake.open(folder.resolve("whole"));
        Lake slice = Lake.open(folder.resolve("slice"))) {
      write(whole, 0);
      write(slice, FROM);
      try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, slice)) {
        Row older =
            tables
                .session()
                .sql(
                    "SELECT (SELECT count(*) FROM xmr.rings WHERE exists(member_ids, id -> id IS"
                        + " NULL)), (SELECT count(*) FROM btc.inputs WHERE output_id IS NULL)")
                .first();
        assertThat(older.getLong(0)).isGreaterThan(5);
        assertThat(older.getLong(1)).isGreaterThan(5);
      }
      // one hop: before a slice, further ones lead to what nobody looked at
      for (Measure measure : List.of(new AnonymitySets(), new ProvenShare(), new Origins(1))) {
        assertThat(ask(slice, measure, FROM))
            .as(measure.word())
            .hasSizeGreaterThan(15)
            .containsExactlyInAnyOrderElementsOf(ask(whole, measure, FROM));
      }
    }
  }
}
