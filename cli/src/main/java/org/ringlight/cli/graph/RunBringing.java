package org.ringlight.cli.graph;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.progress.Stand;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.graph.finding.RunLoad;
import org.ringlight.graph.server.GraphConnection;

/** What the commands share that bring a run into the graph. */
final class RunBringing {

  private RunBringing() {}

  static int bring(GraphCommand graph, RunLoad.Kind kind, String name, Consumer<RunLoad> read) {
    try (GraphConnection connection = GraphCommand.connect(graph.parent)) {
      bring(graph, RunLoad.begin(connection, kind, name), name, read);
    }
    return ExitCode.DONE;
  }

  static void bring(GraphCommand graph, RunLoad run, String name, Consumer<RunLoad> read) {
    RunLoad.Ended ended =
        Ticker.during(
            graph.parent.progress(),
            graph.parent.talk(),
            () -> new Stand("bring " + name, "lines", run.given(), 0, List.of()),
            () -> {
              read.accept(run);
              return run.finish();
            });
    graph
        .parent
        .talk()
        .printf(
            Locale.ROOT,
            "%,d relationships are in the graph and count from now on%s.%n",
            ended.written(),
            ended.notInGraph() == 0
                ? ""
                : String.format(
                    Locale.ROOT,
                    "; %,d name something that the graph does not have",
                    ended.notInGraph()));
  }
}
