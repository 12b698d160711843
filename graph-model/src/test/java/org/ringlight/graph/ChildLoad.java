package org.ringlight.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.ringlight.graph.bitcoin.BitcoinProjection;
import org.ringlight.graph.load.BoltLoad;
import org.ringlight.graph.load.LoadListener;
import org.ringlight.graph.load.MoneroProjection;
import org.ringlight.graph.load.Projection;
import org.ringlight.graph.load.offline.OfflineLoad;
import org.ringlight.graph.server.GraphAddress;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.server.GraphServer;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;

/**
 * A process that loads a graph, and is killed meanwhile. It prints a line when it begins and at
 * each step: a height that is in the graph, or a phase of the importer.
 *
 * <p>{@code ChildLoad DATA} fills the data directory's own server by the importer; {@code ChildLoad
 * DATA URI CHAIN}, with the password in the environment, loads Monero or Bitcoin over Bolt.
 */
final class ChildLoad {

  private static final int PAUSE_MILLIS = 150;

  private ChildLoad() {}

  /** Starts it; what it says of trouble goes to {@code trouble}. */
  static Process start(Path trouble, Path data) throws IOException {
    return builder(trouble, List.of(data.toString())).start();
  }

  static Process start(Path trouble, Path data, GraphAddress address) throws IOException {
    return start(trouble, data, address, MoneroProjection.MONERO);
  }

  static Process start(Path trouble, Path data, GraphAddress address, Projection projection)
      throws IOException {
    ProcessBuilder builder =
        builder(trouble, List.of(data.toString(), address.uri(), projection.chainName()));
    builder.environment().put("NEO4J_PASSWORD", address.password());
    return builder.start();
  }

  private static ProcessBuilder builder(Path trouble, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dringlight.root=" + System.getProperty("ringlight.root", "."),
                "-cp",
                System.getProperty("java.class.path"),
                ChildLoad.class.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command).redirectError(trouble.toFile());
  }

  public static void main(String[] arguments) {
    Path data = Path.of(arguments[0]);
    Projection projection =
        arguments.length > 2 && arguments[2].equals(BitcoinProjection.BITCOIN.chainName())
            ? BitcoinProjection.BITCOIN
            : MoneroProjection.MONERO;
    try (Lake lake = Lake.open(data);
        Snapshot tables = lake.current(projection.namespace()).orElseThrow()) {
      ChainIdentity chain = lake.identity(projection.namespace()).orElseThrow();
      if (arguments.length == 1) {
        OfflineLoad.run(
            GraphServer.of(data),
            RunningServer.SMALL,
            tables,
            chain,
            0,
            Long.MAX_VALUE,
            Telling.INSTANCE);
        return;
      }
      GraphAddress address =
          new GraphAddress(
              arguments[1],
              "neo4j",
              System.getenv().getOrDefault("NEO4J_PASSWORD", ""),
              Optional.empty());
      try (GraphConnection graph = GraphConnection.open(address)) {
        System.out.println("begins");
        new BoltLoad(graph, projection, Telling.INSTANCE)
            .run(tables, chain, OptionalLong.empty(), Long.MAX_VALUE);
      }
    }
  }

  private enum Telling implements LoadListener, OfflineLoad.Phases {
    INSTANCE;

    @Override
    public void loaded(long height) {
      System.out.println(height);
      try {
        Thread.sleep(PAUSE_MILLIS); // so that there is time for several kills
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void more(long rows) {}

    @Override
    public void importing() {
      System.out.println("importing");
    }

    @Override
    public void indexing() {
      System.out.println("indexing");
    }
  }
}
