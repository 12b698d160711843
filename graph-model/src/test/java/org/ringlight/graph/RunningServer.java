package org.ringlight.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.OptionalInt;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.server.GraphServer;
import org.ringlight.graph.server.ServerOptions;

/**
 * Gives tests one Neo4j for the whole run, as {@link GraphAddress}; it is started when asked for.
 * Where another was named by {@link #instead}, that one.
 */
public final class RunningServer implements ParameterResolver {

  static final ServerOptions SMALL =
      new ServerOptions(OptionalInt.empty(), OptionalInt.empty(), "512m", "256m");

  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(RunningServer.class);

  /** Lets the tests of {@code context}, and of what is nested in it, have this server. */
  static void instead(ExtensionContext context, GraphAddress address) {
    context.getStore(NAMESPACE).put(GraphAddress.class, address);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == GraphAddress.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return address(context);
  }

  /** The server that the tests of {@code context} have. */
  public static GraphAddress address(ExtensionContext context) {
    GraphAddress named = context.getStore(NAMESPACE).get(GraphAddress.class, GraphAddress.class);
    return named != null
        ? named
        : context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent(Held.class, key -> new Held(), Held.class)
            .address;
  }

  /** Empties its database. */
  public static void wipe(GraphConnection graph) {
    Graphs.wipe(graph);
  }

  /** Ends with the run. */
  private static final class Held implements AutoCloseable {

    private final GraphServer server;
    private final GraphAddress address;

    Held() {
      try {
        server = GraphServer.of(Files.createTempDirectory("graph-server"));
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      address = server.start(SMALL);
    }

    @Override
    public void close() throws IOException {
      server.stop();
      try (var files = Files.walk(server.folder().getParent())) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
