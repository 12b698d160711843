package org.ringlight.cli.graph;

import java.util.concurrent.Callable;
import org.ringlight.cli.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight graph stop}. */
@Command(
    name = "stop",
    description = "Stops the Neo4j of this data directory in order; the graph stays on disk.",
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight graph stop", "  ringlight --data /srv/ringlight graph stop"})
final class GraphStopCommand implements Callable<Integer> {

  @ParentCommand GraphCommand graph;

  @Override
  public Integer call() {
    graph.parent.talk().println(graph.server().stop() ? "Stopped." : "It does not run.");
    return ExitCode.DONE;
  }
}
