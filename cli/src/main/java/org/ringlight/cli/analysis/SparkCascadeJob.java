package org.ringlight.cli.analysis;

import java.nio.file.Path;
import java.util.Map;
import org.ringlight.analytics.analysis.ForeignCascade;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.script.Script;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.Failure;
import org.ringlight.failure.Interrupted;
import org.ringlight.failure.StoreUnavailable;

/** The cascade as a Spark job in a process of its own, on the class path that Spark wants. */
final class SparkCascadeJob implements ForeignCascade.Job {

  private final Script script = Script.find(Script.SPARK_JOB, Map.of(), "starting Spark");
  private final Path data;
  private final String master;

  /**
   * @param master of a Spark cluster, or {@code local[N]}
   */
  SparkCascadeJob(Path data, String master) {
    this.data = data.toAbsolutePath().normalize();
    this.master = master;
  }

  @Override
  public void write(Path folder, long height) {
    int code =
        script.quietly(
            "cascade",
            "findings",
            "--data",
            data.toString(),
            "--master",
            master,
            "--at-height",
            Long.toString(height),
            "--format",
            "parquet",
            "--out",
            folder.toAbsolutePath().normalize().toString());
    if (script.wasAsked()) {
      throw new Interrupted("interrupted", "analyze", "start it again; nothing was written");
    } else if (code != ExitCode.DONE) {
      throw failure(code, "the Spark job failed:\n  " + String.join("\n  ", script.lastLines()));
    }
  }

  /** What the job found wrong is as wrong here. */
  private Failure failure(int code, String what) {
    return switch (code) {
      case ExitCode.CONFIGURATION -> new ConfigurationInvalid(what, master, "see what it says");
      case ExitCode.DATA_INVALID -> new DataInvalid(what, data.toString(), "see what it says");
      default ->
          new StoreUnavailable(
              what,
              master,
              "look whether the master and its workers run and reach the data directory");
    };
  }
}
