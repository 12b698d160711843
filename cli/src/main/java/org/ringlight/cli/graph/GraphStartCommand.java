package org.ringlight.cli.graph;

import java.util.List;
import java.util.concurrent.Callable;
import org.ringlight.cli.ExitCode;
import org.ringlight.cli.progress.Stand;
import org.ringlight.cli.progress.Ticker;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.lake.Lake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight graph start}. */
@Command(
    name = "start",
    description = {
      "Starts Neo4j for this data directory, on loopback, with Neo4j Browser. It goes on until"
          + " graph stop; its password is made up at the first start and kept where only you can"
          + " read it.",
      "Prints where it is. Runs it already, nothing happens."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight graph start", "  ringlight graph start --heap 4g --page-cache 8g"})
final class GraphStartCommand implements Callable<Integer> {

  @ParentCommand GraphCommand graph;

  @Mixin ServerFlags flags;

  @Override
  public Integer call() {
    GraphCommand.named()
        .ifPresent(
            named -> {
              throw new ConfigurationInvalid(
                  "NEO4J_URI names a server that is not ours to start",
                  named.uri(),
                  "unset it, or start that server by its own means");
            });
    if (!Lake.isThere(graph.parent.data())) {
      throw new ConfigurationInvalid(
          "there is no data directory",
          graph.parent.data().toString(),
          "run ringlight index first, or name the folder with --data");
    }
    GraphAddress address =
        Ticker.during(
            graph.parent.progress(),
            graph.parent.talk(),
            () -> new Stand("starting Neo4j", "s", 0, 0, List.of()),
            () -> graph.server().start(flags.options()));
    GraphStatusCommand.print(graph, address);
    return ExitCode.DONE;
  }
}
