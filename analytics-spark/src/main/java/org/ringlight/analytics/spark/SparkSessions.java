package org.ringlight.analytics.spark;

import java.net.URI;
import java.util.Map;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * Opens Spark sessions for the tables: no page of their own, no metastore, UTC, nothing on the
 * console but errors, and nothing written to the current folder. Any setting given as a system
 * property {@code spark.…}, as {@code spark-submit} does, wins over those here.
 *
 * <p>The JVM needs the options in {@code analytics/spark.options}.
 */
public final class SparkSessions {

  /** This process, with a thread for each core. */
  public static final String LOCAL = "local[*]";

  private static final String LOG_SETTINGS = "log4j2.configurationFile";
  private static final String QUIET = "classpath:log4j2-ringlight-spark.properties";
  private static final String LOOPBACK = "127.0.0.1";

  private SparkSessions() {}

  /** Opens a session where the system property {@code spark.master} says, else in this process. */
  public static SparkSession open() {
    return open(System.getProperty("spark.master", LOCAL));
  }

  /**
   * Opens a session, or returns the one this process has.
   *
   * @param master a master as in {@code --master} of {@code spark-submit}: {@code local[4]}, {@code
   *     spark://host:7077}, {@code yarn}
   */
  public static SparkSession open(String master) {
    quieten();
    return SparkSession.builder().config(settings(master)).getOrCreate();
  }

  private static SparkConf settings(String master) {
    SparkConf conf = new SparkConf();
    boolean local = master.startsWith("local");
    conf.set("spark.master", master);
    Map.of(
            "spark.app.name", "Ringlight",
            "spark.ui.enabled", "false",
            "spark.ui.showConsoleProgress", "false",
            "spark.sql.session.timeZone", "UTC",
            "spark.sql.catalogImplementation", "in-memory",
            "spark.sql.warehouse.dir", Scratch.FOLDER.toUri().toString())
        .forEach(conf::setIfMissing);
    if (local) {
      conf.setIfMissing("spark.driver.host", LOOPBACK);
      conf.setIfMissing("spark.driver.bindAddress", LOOPBACK);
      // 200 tasks, the default, take longer to start than most queries here to run
      conf.setIfMissing(
          "spark.sql.shuffle.partitions",
          Integer.toString(2 * Runtime.getRuntime().availableProcessors()));
    }
    return conf;
  }

  /** Libraries say errors only, unless a log configuration is given. */
  private static void quieten() {
    if (System.getProperty(LOG_SETTINGS) == null
        && System.getProperty("log4j.configurationFile") == null) {
      // the property for what Spark makes later, the call for what is there already
      System.setProperty(LOG_SETTINGS, QUIET);
      Configurator.reconfigure(URI.create(QUIET));
    }
  }
}
