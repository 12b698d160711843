package org.ringlight.cli.graph;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ringlight.cli.ExitCode;
import org.ringlight.graph.finding.Runs;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight graph status}. */
@Command(
    name = "status",
    description = "Where the graph server is, and what is in it.",
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight graph status", "  ringlight --data /srv/ringlight graph status"})
final class GraphStatusCommand implements Callable<Integer> {

  @ParentCommand GraphCommand graph;

  @Override
  public Integer call() {
    Optional<GraphAddress> address = GraphCommand.named().or(() -> graph.server().running());
    if (address.isEmpty()) {
      line("server", "does not run");
      graph.parent.out().flush();
      return ExitCode.DONE;
    }
    print(graph, address.get());
    try (GraphConnection connection = GraphConnection.open(address.get())) {
      List<GraphChain> held =
          Arrays.stream(GraphChain.values())
              .filter(chain -> chain.state(connection).isPresent())
              .toList();
      if (held.isEmpty()) {
        line("graph", "empty; fill it with ringlight graph load");
      } else {
        for (GraphChain chain : held) {
          line("chain", chain.projection().chainName());
          print(chain.state(connection).orElseThrow());
        }
        for (Runs.Run run : Runs.all(connection)) {
          line(
              run.kind(),
              run.id()
                  + " from "
                  + run.source()
                  + ", made at height "
                  + run.tipHeight()
                  + (run.current() ? "" : " (not current)"));
        }
      }
    }
    graph.parent.out().flush();
    return ExitCode.DONE;
  }

  private void print(GraphState state) {
    line("network", state.network());
    if (state.kind() == GraphState.Kind.CHAIN) {
      line("holds", "heights " + state.fromHeight() + " to " + state.tipHeight());
    } else {
      line("holds", "neighbourhoods, as of height " + state.tipHeight());
    }
    line("tip", String.valueOf(state.tipHash()));
  }

  private void line(String name, String value) {
    line(graph.parent.out(), name, value);
  }

  private static void line(PrintWriter out, String name, String value) {
    out.printf(Locale.ROOT, "%-10s %s%n", name, value);
  }

  /** Where a server is, and how to log in to Neo4j Browser; never the password itself. */
  static void print(GraphCommand graph, GraphAddress address) {
    PrintWriter out = graph.parent.out();
    line(out, "bolt", address.uri());
    address
        .browser()
        .ifPresent(
            page -> {
              line(out, "browser", page);
              line(out, "user", address.user());
              line(out, "password", "in " + graph.server().folder().resolve("password"));
            });
    out.flush();
  }
}
