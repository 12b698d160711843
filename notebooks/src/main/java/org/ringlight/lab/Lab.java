package org.ringlight.lab;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.analysis.Analysis;
import org.ringlight.analytics.analysis.AnalysisListener;
import org.ringlight.analytics.analysis.AnalysisOptions;
import org.ringlight.analytics.analysis.AnalysisResult;
import org.ringlight.analytics.proof.Deriver;
import org.ringlight.analytics.spark.SparkSessions;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Tip;
import org.ringlight.lake.sql.Query;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.Namespace;
import org.ringlight.protocol.KeyImage;

/**
 * The tables of a data directory under the names of the commands: {@code sql}, {@code ring}, and
 * {@code spark} for the same rows in Spark. What they give shows itself in a notebook.
 *
 * <p>Rows are those of the last commit when the lab was opened, whatever is written meanwhile; they
 * are held until {@link #close}, or until the process ends. For one thread.
 */
public final class Lab implements AutoCloseable {

  /** The environment variable that names the data directory. */
  public static final String DATA = "RINGLIGHT_DATA";

  private final Lake lake;
  private final SqlSession session;
  private @Nullable SparkTables spark;

  private Lab(Lake lake, SqlSession session) {
    this.lake = lake;
    this.session = session;
  }

  /** Opens the data directory that {@code ringlight notebook} was started with. */
  public static Lab open() {
    return open(named());
  }

  private static Path named() {
    String named = System.getenv(DATA);
    if (named == null || named.isEmpty()) {
      throw new ConfigurationInvalid(
          "no data directory is named",
          "environment " + DATA,
          "start with ringlight --data DIR notebook, or name the folder: Lab.open(Path.of(…))");
    }
    return Path.of(named);
  }

  /**
   * Runs {@code ringlight analyze} on that data directory. A lab that is opened afterwards sees
   * what it found.
   */
  public static AnalysisResult analyze() {
    return analyze(named());
  }

  /** The same on a data directory. */
  public static AnalysisResult analyze(Path data) {
    try (Lake lake = Lake.openExisting(data)) {
      return new Analysis(lake, AnalysisOptions.everything(), AnalysisListener.SILENT).run();
    }
  }

  /**
   * Opens a data directory.
   *
   * @throws ConfigurationInvalid where there is none
   * @throws org.ringlight.failure.StoreUnavailable when the disk or the catalog does not work
   * @throws org.ringlight.failure.DataInvalid when what they hold is damaged
   */
  public static Lab open(Path data) {
    Lake lake = Lake.openExisting(data);
    try {
      return new Lab(lake, Sql.open(lake));
    } catch (RuntimeException e) {
      lake.close();
      throw e;
    }
  }

  /** The last block whose rows there are; empty where nothing is indexed. */
  public Optional<Tip> tip() {
    return session.snapshot(Namespace.XMR).map(Snapshot::tip);
  }

  /**
   * Asks DuckDB.
   *
   * @throws IllegalArgumentException where the query is wrong; says what DuckDB says
   */
  public Rows sql(String query) {
    return ask(query);
  }

  /**
   * The members of a ring, in its order.
   *
   * @param keyImage 64 hex digits
   * @throws IllegalArgumentException where no ring has this key image
   */
  public Rows ring(String keyImage) {
    Rows members = ask(RingRows.MEMBERS, KeyImage.parse(keyImage).toString());
    if (members.cells().isEmpty()) {
      throw new IllegalArgumentException(
          "no ring has this key image ["
              + keyImage
              + "]; take one of"
              + " sql(\"SELECT lhex(key_image) FROM xmr.rings LIMIT 5\")");
    }
    return members;
  }

  /**
   * What is known of a ring and why, as {@code ringlight prove} says it, by the findings of the
   * last commit.
   *
   * @param keyImage 64 hex digits
   * @throws IllegalArgumentException where no ring has this key image
   */
  public Proof prove(String keyImage) {
    return new Proof(
        new Deriver(lake, List.of())
            .derive(KeyImage.parse(keyImage))
            .orElseThrow(
                () ->
                    new IllegalArgumentException("no ring has this key image [" + keyImage + "]")));
  }

  /** The ring as a picture in which every member is a candidate; see {@link #ring}. */
  public RingPicture picture(String keyImage) {
    return RingRows.picture(keyImage, ring(keyImage));
  }

  /**
   * Bars, one for each row.
   *
   * @param across the column whose cells stand below the bars
   * @param upward the column of their heights, numbers of 0 or more
   */
  public Picture chart(Rows rows, String across, String upward, String title) {
    return Bars.of(rows, across, upward, title);
  }

  /**
   * Spark, where SQL finds the same tables under the same names; {@link Rows#of} shows a dataset.
   * The first call starts it, which takes some seconds: in this process, or where the system
   * property {@code spark.master} says.
   *
   * <p>Where another commit was made since this was opened, Spark reads that one up to the height
   * of this one: the same rows, but for those that a reorganisation replaced in between.
   */
  public SparkSession spark() {
    if (spark == null) {
      spark = openSpark();
    }
    return spark.session();
  }

  private SparkTables openSpark() {
    SparkTables tables = SparkTables.open(SparkSessions.open(), lake);
    if (tables.tip(Namespace.XMR).equals(tip()) || tip().isEmpty()) {
      return tables;
    }
    tables.close();
    return SparkTables.openAtHeight(SparkSessions.open(), lake, tip().get().height());
  }

  private Rows ask(String query, Object... parameters) {
    try (PreparedStatement prepared = Query.prepare(session.connection(), query)) {
      for (int i = 0; i < parameters.length; i++) {
        prepared.setObject(i + 1, parameters[i]);
      }
      try (ResultSet result = prepared.executeQuery()) {
        return Rows.of(result);
      }
    } catch (SQLException e) {
      throw new IllegalArgumentException(
          String.valueOf(e.getMessage()).strip()
              + System.lineSeparator()
              + "Tables and columns: docs/reference/data-dictionary.md",
          e);
    }
  }

  @Override
  public void close() {
    try (lake;
        session) {
      if (spark != null) {
        spark.close();
      }
    }
  }
}
