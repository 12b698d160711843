package org.ringlight.analytics.spark.job;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.ringlight.analytics.spark.SparkSessions;
import org.ringlight.analytics.spark.SparkTables;
import org.ringlight.failure.Failure;
import org.ringlight.lake.Lake;

/**
 * The jobs as a program, for {@code spark-submit} and for the script {@code spark-job}: rows on
 * stdout or in a folder, talk on stderr. Ends with 0 when done, 1 on a bug or where Spark fails, 2
 * where the command line is wrong, and as all of Ringlight on failures: 3 configuration, 4 store, 5
 * data.
 */
public final class Jobs {

  private static final int USAGE = 2;

  private Jobs() {}

  /**
   * Runs a job.
   *
   * @param arguments as in {@link JobOptions#USAGE}
   */
  public static void main(String[] arguments) {
    int code = run(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int run(String... arguments) {
    try {
      JobOptions options = JobOptions.parse(arguments);
      Job job = job(options);
      try (Lake lake = Lake.openExisting(options.data())) {
        OptionalLong height = job.height(lake, options.atHeight());
        SparkSession spark =
            options.master().map(SparkSessions::open).orElseGet(SparkSessions::open);
        try (SparkTables tables =
            height.isPresent()
                ? SparkTables.openAtHeight(spark, lake, height.getAsLong())
                : SparkTables.open(spark, lake)) {
          job.run(tables, rows -> give(rows, options));
        } finally {
          spark.stop();
        }
      }
      return 0;
    } catch (JobOptions.Misuse e) {
      System.err.println(e.getMessage() + "\n" + JobOptions.USAGE);
      return USAGE;
    } catch (Failure e) {
      System.err.println(e.getMessage());
      return switch (e.kind()) {
        case CONFIGURATION_INVALID -> 3;
        case NODE_UNREACHABLE, STORE_UNAVAILABLE -> 4;
        case DATA_INVALID -> 5;
        case INTERRUPTED -> 130;
      };
    }
  }

  private static Job job(JobOptions options) throws JobOptions.Misuse {
    List<String> words = options.words();
    if (words.equals(List.of("cascade"))) {
      return new Job.OfRings(SparkCascade::resolved);
    } else if (words.equals(List.of("cascade", "findings"))) {
      return new Job.OfRings(SparkCascade::findings);
    } else if (words.equals(List.of("statistics", "clusters"))) {
      return new Job.OfClusters();
    } else if (words.size() == 2 && words.get(0).equals("statistics")) {
      return Arrays.stream(Statistic.values())
          .filter(statistic -> statistic.word().equals(words.get(1)))
          .findFirst()
          .map(statistic -> new Job.OfFindings(statistic, options.trust()))
          .orElseThrow(() -> new JobOptions.Misuse("there is no statistic " + words.get(1)));
    } else if (words.equals(List.of("contrast", "all"))) {
      String out =
          options.out().orElseThrow(() -> new JobOptions.Misuse("contrast all needs --out"));
      return new Job.AllContrasts(options.contrast(), options.trust(), out);
    } else if (words.size() == 2 && words.get(0).equals("contrast")) {
      return new Job.OfContrast(words.get(1), options.contrast(), options.trust());
    }
    throw new JobOptions.Misuse("there is no job " + String.join(" ", words));
  }

  private static void give(Dataset<Row> rows, JobOptions options) {
    if (options.out().isPresent()) {
      options.format().write(rows, options.out().get());
      return;
    }
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    options.format().print(rows, out);
    out.flush();
  }
}
