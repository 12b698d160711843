package org.ringlight.analytics.spark.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.analytics.spark.SharedSpark;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.analytics.spark.claims.Trust;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;

/** What descends from a theft, beside all worlds written down one by one. */
class FlowsTest {

  private static final int HOPS = 3;

  /** A coinbase that is spent. */
  private static final int SOURCE = 3;

  private static final int WORLDS = 4_000;
  private static final String HEADER = "flow,role,chain,output\n";

  @TempDir Path folder;

  private static List<double[]> asked(SqlSession duckDb, String query) throws SQLException {
    List<double[]> lines = new ArrayList<>();
    try (Statement statement = duckDb.connection().createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        lines.add(new double[] {rows.getDouble(1), rows.getDouble(2), rows.getDouble(3)});
      }
    }
    return lines;
  }

  private static SpendGraph graph(SparkTables tables) {
    return SpendGraph.of(tables, Trust.PROVEN, Optional.empty());
  }

  @Test
  void sampledReachIsThatOfAllWorldsWithinItsInterval() throws SQLException {
    int inside = 0;
    int rows = 0;
    int open = 0;
    for (long seed = 1; seed <= 2; seed++) {
      try (Lake lake = Lake.open(folder.resolve("small" + seed))) {
        TwinFlow flow = TwinFlow.random(seed, 9, 2);
        flow.writeMonero(lake, 2, false);
        int last = flow.outputs().size() - 1;
        String labels = (last - 2) + "," + (last - 1) + "," + last;
        Flows flows =
            Flows.of(
                "test",
                HEADER
                    + "theft,source,xmr,0:0\n"
                    + "theft,source,xmr,0:1\n"
                    + "theft,label,xmr,0:%d\ntheft,label,xmr,0:%d\ntheft,label,xmr,0:%d\n"
                        .formatted(last - 2, last - 1, last));
        try (SqlSession duckDb = Sql.open(lake);
            SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake);
            SpendGraph graph = graph(tables)) {
          FlowCase theft = new FlowCase(graph, flows, HOPS, WORLDS);
          Answers.same(new PoisonBound(theft).rows(graph), duckDb, FlowTwins.poison("0, 1", HOPS));
          List<double[]> exact = asked(duckDb, FlowTwins.reach("0, 1", labels, HOPS));
          List<Row> sampled = new Reach(theft).rows(graph).collectAsList();
          assertThat(sampled).hasSameSizeAs(exact);
          for (int hop = 0; hop <= HOPS; hop++) {
            Row row = sampled.get(hop);
            double probability = exact.get(hop)[1];
            assertThat(row.<Boolean>getAs("closed")).isTrue();
            assertThat(row.<Double>getAs("probability")).isCloseTo(probability, within(0.03));
            assertThat(row.<Double>getAs("expected_outputs"))
                .isCloseTo(exact.get(hop)[2], within(0.15));
            rows++;
            open += probability > 0.05 && probability < 0.95 ? 1 : 0;
            if (row.<Double>getAs("low") - 1e-9 <= probability
                && probability <= row.<Double>getAs("high") + 1e-9) {
              inside++;
            }
          }
          List<double[]> days = asked(duckDb, FlowTwins.purity("0, 1", labels, HOPS));
          List<Row> purity = new Purity(theft).rows(graph).collectAsList();
          assertThat(purity).hasSameSizeAs(days);
          for (int i = 0; i < days.size(); i++) {
            assertThat(purity.get(i).<Integer>getAs("day")).isEqualTo((int) days.get(i)[0]);
            assertThat(purity.get(i).<Long>getAs("possible_outputs"))
                .isEqualTo((long) days.get(i)[1]);
            assertThat(purity.get(i).<Double>getAs("expected_outputs"))
                .isCloseTo(days.get(i)[2], within(0.15));
          }
          dilutionIsAsExact(days, new DilutionTime(theft).rows(graph).collectAsList());
        }
      }
    }
    assertThat(open).as("rows that are not certain").isGreaterThan(1);
    assertThat(inside)
        .as("of %s rows inside of their 95 %% interval", rows)
        .isGreaterThan(rows - 2);
  }

  /** Where the sampled purity is so near to a threshold that chance decides, nothing is asked. */
  private static void dilutionIsAsExact(List<double[]> days, List<Row> dilution) {
    for (Row row : dilution) {
      double threshold = row.getAs("threshold");
      double[] purities = days.stream().mapToDouble(day -> day[2] / day[1]).toArray();
      if (Arrays.stream(purities).noneMatch(one -> Math.abs(one - threshold) < 0.03)) {
        Integer expected = null;
        for (int i = purities.length - 1; i >= 0; i--) {
          expected = purities[i] < threshold ? Integer.valueOf((int) days.get(i)[0]) : expected;
        }
        assertThat(row.<Integer>getAs("days")).isEqualTo(expected);
      }
    }
  }

  @Test
  void exposureIsWhatDuckDbWalksAndSumsToOne() throws SQLException {
    try (Lake lake = Lake.open(folder)) {
      TwinFlow flow = TwinFlow.random(5, 30, 4);
      flow.writeBitcoin(lake);
      try (SqlSession duckDb = Sql.open(lake);
          SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake);
          SpendGraph graph = graph(tables)) {
        for (int label : reachedLabels(duckDb, flow)) {
          Flows flows =
              Flows.of(
                  "test",
                  HEADER
                      + "theft,source,btc,%s\ntheft,label,btc,%s\n"
                          .formatted(TwinFlow.txHash(SOURCE), TwinFlow.txHash(label)));
          List<Row> rows =
              new Exposure(new FlowCase(graph, flows, 6, 8)).rows(graph).collectAsList();
          assertThat(rows)
              .hasSizeGreaterThan(3)
              .allSatisfy(
                  row ->
                      assertThat(
                              row.<Double>getAs("direct")
                                  + row.<Double>getAs("indirect")
                                  + row.<Double>getAs("unattributed")
                                  + row.<Double>getAs("fees"))
                          .isCloseTo(1, within(1e-8)));
          for (String method : List.of("haircut", "fifo", "lifo")) {
            Row row =
                rows.stream()
                    .filter(one -> one.<String>getAs("method").equals(method))
                    .findFirst()
                    .orElseThrow();
            double[] exact = asked(duckDb, ValueTwins.exposure(method, SOURCE, label, 6)).get(0);
            assertThat(row.<Double>getAs("direct")).isCloseTo(exact[0], within(1e-4));
            assertThat(row.<Double>getAs("indirect")).isCloseTo(exact[1], within(1e-4));
            assertThat(row.<Double>getAs("unattributed")).isCloseTo(exact[2], within(1e-4));
          }
        }
      }
    }
  }

  /** The first transaction that a source pays, and the first that it pays through another. */
  private static List<Integer> reachedLabels(SqlSession duckDb, TwinFlow flow) throws SQLException {
    List<Integer> labels = new ArrayList<>();
    for (int kind = 0; kind < 2; kind++) {
      int before = labels.size();
      for (int tx = 4; tx < flow.transactions().size() && labels.size() == before; tx++) {
        if (asked(duckDb, ValueTwins.exposure("haircut", SOURCE, tx, 6)).get(0)[kind] > 0) {
          labels.add(tx);
        }
      }
    }
    assertThat(labels).hasSize(2).doesNotHaveDuplicates();
    return labels;
  }

  @Test
  void aLabelThatNothingCanReachIsCertainlyNotReached() {
    try (Lake lake = Lake.open(folder)) {
      TwinFlow.random(1, 9, 2).writeMonero(lake, 2, false);
      // a label that is older than the source
      Flows flows = Flows.of("test", HEADER + "theft,source,xmr,0:4\ntheft,label,xmr,0:0\n");
      try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake);
          SpendGraph graph = graph(tables)) {
        assertThat(new Reach(new FlowCase(graph, flows, 2, 80)).rows(graph).collectAsList())
            .hasSize(3)
            .allSatisfy(row -> assertThat(row.<Double>getAs("high")).isZero());
      }
    }
  }

  @Test
  void withRingsOfOneBothChainsSayTheSameOfATheft() {
    try (Lake lake = Lake.open(folder)) {
      TwinFlow flow = TwinFlow.random(5, 30, 4);
      flow.writeMonero(lake, 0, true);
      flow.writeBitcoin(lake);
      String label = HexFormat.of().formatHex(TwinFlow.numbered("tx", 60));
      String source = HexFormat.of().formatHex(TwinFlow.numbered("tx", 3));
      Flows flows =
          Flows.of(
              "test",
              HEADER
                  + "theft,source,xmr,%1$s\ntheft,source,btc,%1$s\n".formatted(source)
                  + "theft,label,xmr,%1$s\ntheft,label,btc,%1$s\n".formatted(label));
      try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake);
          SpendGraph graph = graph(tables)) {
        FlowCase theft = new FlowCase(graph, flows, 6, 80);
        for (Measure measure :
            List.of(
                new PoisonBound(theft),
                new Reach(theft),
                new Purity(theft),
                new DilutionTime(theft),
                new ValueTaint(theft),
                new Exposure(theft))) {
          Dataset<Row> rows = measure.rows(graph);
          List<String> xmr = Answers.ofSpark(rows.where("chain = 'xmr'").drop("chain"));
          assertThat(xmr)
              .as(measure.word())
              .hasSizeGreaterThan(2)
              .isEqualTo(Answers.ofSpark(rows.where("chain = 'btc'").drop("chain")));
        }
        assertThat(new ValueTaint(theft).rows(graph).collectAsList())
            .allSatisfy(row -> assertThat(row.<Long>getAs("taken")).isEqualTo(TwinFlow.REWARD))
            .anySatisfy(row -> assertThat(row.<Integer>getAs("outputs")).isGreaterThan(3));
        List<Row> reach = new Reach(theft).rows(graph).collectAsList();
        assertThat(reach)
            .allSatisfy(
                row -> assertThat(row.<Double>getAs("low")).isEqualTo(row.<Double>getAs("high")));
        assertThat(new Purity(theft).rows(graph).where("purity <> 1").count()).isZero();
      }
    }
  }

  @Test
  void linesThatNameNothingAreRefusedWithTheirNumber() {
    assertThatExceptionOfType(DataInvalid.class)
        .isThrownBy(() -> Flows.of("f.csv", "role,flow\n"))
        .withMessageContaining("f.csv:1");
    assertThatExceptionOfType(DataInvalid.class)
        .isThrownBy(() -> Flows.of("f.csv", HEADER + "\n"))
        .withMessageContaining("names no flow");
    for (String line :
        List.of(
            "theft,source,xmr",
            "theft,thief,xmr,0:1",
            "theft,source,eth,0:1",
            "theft,source,btc,0:1",
            "theft,source,xmr,-1:1",
            "theft,source,xmr,18446744073709551616:1",
            "theft,source,xmr,0:1:2",
            "thief,label,xmr,0:1",
            "theft,source,xmr," + "zz".repeat(32))) {
      assertThatExceptionOfType(DataInvalid.class)
          .as(line)
          .isThrownBy(() -> Flows.of("f.csv", HEADER + line))
          .withMessageContaining("f.csv:2");
    }
  }

  @Test
  void anOutputThatIsNotThereIsSaid() {
    try (Lake lake = Lake.open(folder)) {
      TwinFlow.random(2, 6, 2).writeMonero(lake, 1, false);
      try (SparkTables tables = SparkTables.open(SharedSpark.SESSION, lake);
          SpendGraph graph = graph(tables)) {
        Flows flows =
            Flows.of(
                "f.csv",
                HEADER
                    + "theft,source,xmr,0:0\n"
                    + "theft,source,btc," // no Bitcoin here: passed over
                    + "00".repeat(32)
                    + ":0\ntheft,label,xmr,0:9999\n");
        assertThatExceptionOfType(ConfigurationInvalid.class)
            .isThrownBy(() -> flows.marks(graph))
            .withMessageContaining("f.csv:4");
      }
    }
  }
}
