package org.ringlight.analytics.spark.job;

import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ringlight.analytics.analysis.AnalysedTip;
import org.ringlight.analytics.spark.Kept;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.analytics.spark.claims.Trust;
import org.ringlight.analytics.spark.contrast.ContrastOptions;
import org.ringlight.analytics.spark.contrast.Measure;
import org.ringlight.analytics.spark.contrast.Measures;
import org.ringlight.analytics.spark.contrast.SpendGraph;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.Namespace;

/** Something to work out over the tables. */
sealed interface Job {

  /**
   * The height to open the tables at; empty for all.
   *
   * @param asked what was asked for
   */
  OptionalLong height(Lake lake, OptionalLong asked);

  /** Works it out; {@code rows} are there while {@code result} takes them. */
  void run(SparkTables tables, Consumer<Dataset<Row>> result);

  /**
   * The cascade.
   *
   * @param given what is given of it
   */
  record OfRings(Function<SparkCascade, Dataset<Row>> given) implements Job {

    @Override
    public OptionalLong height(Lake lake, OptionalLong asked) {
      return asked;
    }

    @Override
    public void run(SparkTables tables, Consumer<Dataset<Row>> result) {
      try (SparkCascade cascade = SparkCascade.of(tables)) {
        result.accept(given.apply(cascade));
      }
    }
  }

  /** A statistic: rings are counted as far as they were analysed. */
  record OfFindings(Statistic statistic, Trust trust) implements Job {

    private static final String ANALYSE = "run ringlight analyze";

    @Override
    public OptionalLong height(Lake lake, OptionalLong asked) {
      Tip analysed =
          AnalysedTip.of(lake)
              .orElseThrow(
                  () ->
                      new ConfigurationInvalid(
                          "there are no findings yet", lake.folder().toString(), ANALYSE));
      if (asked.isPresent() && asked.getAsLong() > analysed.height()) {
        throw new ConfigurationInvalid(
            "only blocks up to " + analysed.height() + " were analysed",
            "--at-height " + asked.getAsLong(),
            ANALYSE + ", or give a lower height");
      }
      return asked.isPresent() ? asked : OptionalLong.of(analysed.height());
    }

    @Override
    public void run(SparkTables tables, Consumer<Dataset<Row>> result) {
      result.accept(statistic.rows(tables, trust));
    }
  }

  /** What the clusters of the Bitcoin chain did, as of the blocks that were clustered. */
  record OfClusters() implements Job {

    private static final String CLUSTER = "run ringlight cluster";

    @Override
    public OptionalLong height(Lake lake, OptionalLong asked) {
      Tip clustered =
          lake.tip(Namespace.BTC_FINDINGS)
              .orElseThrow(
                  () ->
                      new ConfigurationInvalid(
                          "there are no clusters yet", lake.folder().toString(), CLUSTER));
      if (asked.isPresent() && asked.getAsLong() != clustered.height()) {
        throw new ConfigurationInvalid(
            "the clusters are those of block " + clustered.height(),
            "--at-height " + asked.getAsLong(),
            "leave it out");
      }
      try (Snapshot chain = lake.current(Namespace.BTC).orElse(null)) {
        if (chain == null || !isOnChain(chain, clustered)) {
          throw new ConfigurationInvalid(
              "the block that was clustered last is not on the chain any more",
              "height " + clustered.height(),
              CLUSTER);
        }
      }
      return OptionalLong.of(clustered.height());
    }

    private static boolean isOnChain(Snapshot chain, Tip clustered) {
      try (Rows<BitcoinBlockRow> rows =
          chain.scan(BitcoinBlockRow.TABLE, clustered.height(), clustered.height())) {
        return rows.hasNext() && rows.next().hash().equals(clustered.hash());
      }
    }

    @Override
    public void run(SparkTables tables, Consumer<Dataset<Row>> result) {
      result.accept(ClusterStatistics.rows(tables));
    }
  }

  /** A measure of the contrast. */
  record OfContrast(String word, ContrastOptions options, Trust trust) implements Job {

    @Override
    public OptionalLong height(Lake lake, OptionalLong asked) {
      AnalysedTip.of(lake);
      return asked;
    }

    @Override
    public void run(SparkTables tables, Consumer<Dataset<Row>> result) {
      try (SpendGraph graph = SpendGraph.of(tables, trust, options.weights())) {
        Measure asked =
            Measures.of(graph, options).stream()
                .filter(measure -> measure.word().equals(word))
                .findFirst()
                .orElseThrow(
                    () ->
                        new ConfigurationInvalid(
                            "there is no such measure, or it needs --label",
                            "contrast " + word,
                            "see the list of jobs"));
        result.accept(asked.rows(graph));
      }
    }
  }

  /**
   * All measures of the contrast: for each, a folder {@code MEASURE.csv} and one {@code
   * MEASURE.parquet} with one file in it.
   *
   * @param out where these folders are made
   */
  record AllContrasts(ContrastOptions options, Trust trust, String out) implements Job {

    @Override
    public OptionalLong height(Lake lake, OptionalLong asked) {
      AnalysedTip.of(lake);
      return asked;
    }

    @Override
    public void run(SparkTables tables, Consumer<Dataset<Row>> result) {
      try (SpendGraph graph = SpendGraph.of(tables, trust, options.weights())) {
        for (Measure measure : Measures.of(graph, options)) {
          System.err.println("contrast: " + measure.word());
          try (Kept rows = Kept.of(measure.rows(graph).coalesce(1))) {
            RowFormat.CSV.write(rows.rows(), out + "/" + measure.word() + ".csv");
            RowFormat.PARQUET.write(rows.rows(), out + "/" + measure.word() + ".parquet");
          }
        }
      }
    }
  }
}
