package org.ringlight.cli.graph;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.ringlight.graph.server.ServerOptions;
import picocli.CommandLine.Option;

/** How the graph server of a data directory is started. */
final class ServerFlags {

  @Option(
      names = "--bolt-port",
      paramLabel = "P",
      description = "Where drivers reach it. Default: 7687, or any free port where that is taken.")
  @Nullable Integer bolt;

  @Option(
      names = "--http-port",
      paramLabel = "P",
      description = "Where Neo4j Browser is. Default: 7474, or any free port.")
  @Nullable Integer http;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      defaultValue = "1g",
      description = "The server's heap. Default: ${DEFAULT-VALUE}.")
  String heap = "1g";

  @Option(
      names = "--page-cache",
      paramLabel = "SIZE",
      defaultValue = "512m",
      description = "How much of its files it keeps in memory. Default: ${DEFAULT-VALUE}.")
  String pageCache = "512m";

  ServerOptions options() {
    return new ServerOptions(port(bolt), port(http), heap, pageCache);
  }

  private static OptionalInt port(@Nullable Integer port) {
    return port == null ? OptionalInt.empty() : OptionalInt.of(port);
  }
}
