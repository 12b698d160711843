package org.ringlight.cli.notebook;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.Ringlight;
import org.ringlight.cli.progress.Stand;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.cli.script.Script;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.Interrupted;
import org.ringlight.lake.Lake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code ringlight notebook}. */
@Command(
    name = "notebook",
    description = {
      "Opens the notebooks of Ringlight over this data directory, in JupyterLab on loopback with a"
          + " Java kernel that has SQL, pictures and Spark. Goes on until Ctrl-C, its regular end.",
      "The first time it makes a Python environment of its own and fetches JupyterLab (60 MB) and"
          + " Spark (300 MB). Needs python3 with venv, version 3.11 or newer, a JDK and Maven."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight --data .ringlight/demo notebook",
      "  ringlight notebook --run notebooks/first-look.ipynb --out seen.ipynb"
    })
public final class NotebookCommand implements Callable<Integer> {

  private static final int LAST_PORT = 65_535;

  @ParentCommand Ringlight parent;

  @Spec CommandSpec spec;

  @Option(names = "--set-up-only", description = "Make what is needed, open nothing.")
  boolean setUpOnly;

  @Option(
      names = "--run",
      paramLabel = "FILE",
      description = "Run the cells of this notebook without a browser, and end.")
  @Nullable Path run;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "With --run: where the notebook with its results is written.")
  @Nullable Path out;

  @Option(
      names = "--port",
      paramLabel = "P",
      description = "Where JupyterLab listens. Default: the first free one from 8888.")
  @Nullable Integer port;

  @Option(names = "--no-browser", description = "Print the address, open no browser.")
  boolean noBrowser;

  @Override
  public Integer call() {
    check();
    Script jupyter =
        Script.find(
            "notebooks/jupyter",
            Map.of("RINGLIGHT_DATA", absolute(parent.data())),
            "setting up Jupyter");
    int code = quietly(jupyter, "set-up");
    if (code != ExitCode.DONE || setUpOnly) {
      return code;
    }
    if (run != null && out != null) {
      code = quietly(jupyter, "run", absolute(run), absolute(out));
      if (code == ExitCode.DONE) {
        parent.out().println(out);
      }
      return code;
    }
    return open(jupyter);
  }

  private void check() {
    if ((run == null) != (out == null)) {
      throw wrong("--run FILE and --out FILE belong together");
    }
    if (run != null && (setUpOnly || noBrowser || port != null)) {
      throw wrong("--run opens nothing: leave out --set-up-only, --no-browser and --port");
    }
    if (port != null && (port < 1 || port > LAST_PORT)) {
      throw wrong("--port " + port + ": give a number from 1 to " + LAST_PORT);
    }
    if (!setUpOnly && !Lake.isThere(parent.data())) {
      throw new ConfigurationInvalid(
          "there are no tables to look at",
          parent.data().toString(),
          "name their folder with --data; ringlight demo makes some in .ringlight/demo");
    }
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  private static String absolute(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }

  /** Does a step and shows how far it is; what went wrong is said in the script's own words. */
  private int quietly(Script jupyter, String... step) {
    long start = System.nanoTime();
    int code =
        Ticker.during(
            parent.progress(),
            parent.talk(),
            () -> new Stand(jupyter.stage(), "s", secondsSince(start), 0, List.of()),
            () -> jupyter.quietly(step));
    if (jupyter.wasAsked()) {
      throw new Interrupted("interrupted", "notebook", "start it again: what is whole is kept");
    }
    if (code != ExitCode.DONE) {
      List<String> said = jupyter.lastLines();
      said.stream().limit(Math.max(0, said.size() - 1)).forEach(parent.talk()::println);
      parent.talk().println("ringlight: " + jupyter.stage());
    }
    return code;
  }

  private static long secondsSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toSeconds();
  }

  private int open(Script jupyter) {
    List<String> step = new ArrayList<>(List.of("lab"));
    if (noBrowser) {
      step.add("--no-browser");
    }
    if (port != null) {
      step.add("--ServerApp.port=" + port);
      step.add("--ServerApp.port_retries=0");
    }
    int code = jupyter.openly(step);
    if (code == ExitCode.DONE || jupyter.wasAsked()) {
      return ExitCode.DONE;
    }
    parent.talk().println("ringlight: JupyterLab ended by itself, code " + code + "; see above");
    return ExitCode.CONFIGURATION;
  }
}
