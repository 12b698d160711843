package org.ringlight.cli.graph;

import java.util.Optional;
import org.ringlight.cli.Ringlight;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.server.GraphServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight graph}. */
@Command(
    name = "graph",
    description = {
      "Monero and Bitcoin as a graph in Neo4j: a projection of the tables that can"
          + " always be dropped and loaded again.",
      "Uses the server of the data directory (graph start), or the one that NEO4J_URI,"
          + " NEO4J_USERNAME and NEO4J_PASSWORD name."
    },
    subcommands = {
      GraphStartCommand.class,
      GraphStopCommand.class,
      GraphStatusCommand.class,
      GraphLoadCommand.class,
      GraphVerifyCommand.class,
      GraphExpandCommand.class,
      GraphFindingsCommand.class,
      GraphLabelsCommand.class,
      GraphClustersCommand.class,
      GraphTaintCommand.class,
      GraphChangeCommand.class,
      GraphCoinJoinsCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight graph start",
      "  ringlight graph load",
      "  ringlight graph expand --seed 0:1234 --hops 2 --direction back --case theft"
    })
public final class GraphCommand {

  @ParentCommand Ringlight parent;

  GraphServer server() {
    return server(parent);
  }

  static GraphServer server(Ringlight parent) {
    return GraphServer.of(parent.data());
  }

  /** The server that the environment names, where it names one. */
  static Optional<GraphAddress> named() {
    return GraphAddress.fromEnvironment(System.getenv());
  }

  /** Connects to the server that the environment names, or else to that of the data directory. */
  static GraphConnection connect(Ringlight parent) {
    return GraphConnection.open(
        named()
            .or(() -> server(parent).running())
            .orElseThrow(
                () ->
                    new ConfigurationInvalid(
                        "the graph server of this data directory does not run",
                        server(parent).folder().toString(),
                        "start it with ringlight graph start, or name another by NEO4J_URI")));
  }
}
