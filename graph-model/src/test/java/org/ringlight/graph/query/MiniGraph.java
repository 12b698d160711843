package org.ringlight.graph.query;

import static org.ringlight.lake.table.Namespace.XMR;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.neo4j.driver.Driver;
import org.ringlight.graph.BitcoinGraphs;
import org.ringlight.graph.RunningServer;
import org.ringlight.graph.finding.GraphClaim;
import org.ringlight.graph.finding.GraphCluster;
import org.ringlight.graph.finding.GraphLabel;
import org.ringlight.graph.finding.RunLoad;
import org.ringlight.graph.load.BoltLoad;
import org.ringlight.graph.load.LoadListener;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/**
 * Both stories with planted findings, labels and clusters, in the server of the run, for each
 * class.
 */
final class MiniGraph implements BeforeAllCallback, ParameterResolver {

  @Override
  public void beforeAll(ExtensionContext context) {
    GraphConnection graph = GraphConnection.open(RunningServer.address(context));
    context
        .getStore(Namespace.create(MiniGraph.class))
        .put(GraphConnection.class, (Held) () -> graph);
    RunningServer.wipe(graph);
    load(graph);
    plant(graph, "planted", "", RunLoad::finish);
    // a run that never finished counts for nothing
    plant(graph, "retracted", "retracted-", run -> {});
    forgetPlansOfTheEmptyGraph(graph);
  }

  /** To a planner that still counts no nodes, every scan is as cheap as a seek. */
  private static void forgetPlansOfTheEmptyGraph(GraphConnection graph) {
    graph.driver().executableQuery("CALL db.prepareForReplanning(120)").execute();
  }

  /** The connection, held in JUnit's store. */
  interface Held extends AutoCloseable {
    GraphConnection graph();

    @Override
    default void close() {
      graph().close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Driver.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(Namespace.create(MiniGraph.class))
        .get(GraphConnection.class, Held.class)
        .graph()
        .driver();
  }

  private static void load(GraphConnection graph) {
    try {
      Path data = Files.createTempDirectory("mini-chain");
      Planted.CHAIN.write(data);
      try (Lake lake = Lake.openExisting(data);
          Snapshot tables = lake.current(XMR).orElseThrow()) {
        new BoltLoad(graph, LoadListener.NONE)
            .run(tables, lake.identity(XMR).orElseThrow(), OptionalLong.empty(), Long.MAX_VALUE);
        Planted.BITCOIN.chain().writeTo(lake);
        BitcoinGraphs.load(graph, lake);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What becomes of a run at its end. */
  interface Ending {
    void of(RunLoad run);
  }

  private static void plant(GraphConnection graph, String source, String prefix, Ending ending) {
    RunLoad claims = RunLoad.begin(graph, RunLoad.Kind.FINDINGS, source);
    Planted.findings(prefix + "findings.csv").forEach(finding -> claims.add(claim(finding)));
    claims.flush();
    ending.of(claims);
    RunLoad tags = RunLoad.begin(graph, RunLoad.Kind.LABELS, source);
    Planted.labels(prefix + "labels.csv").forEach(label -> tags.add(label(label)));
    tags.flush();
    ending.of(tags);
    RunLoad clusters = RunLoad.begin(graph, RunLoad.Kind.CLUSTERS, source);
    Planted.clusters(prefix + "clusters.csv")
        .forEach(
            row ->
                clusters.add(
                    new GraphCluster(
                        String.valueOf(row.get("address")), String.valueOf(row.get("cluster")))));
    clusters.flush();
    ending.of(clusters);
    PlantedBitcoin.plant(graph, source, prefix, ending);
  }

  private static GraphClaim claim(Map<String, String> finding) {
    GraphClaim.Type type = GraphClaim.Type.valueOf(String.valueOf(finding.get("claim")));
    String[] output = String.valueOf(finding.get("output")).split(":", -1);
    String probability = finding.get("probability");
    return new GraphClaim(
        type,
        type == GraphClaim.Type.SPENT
            ? null
            : KeyImage.parse(String.valueOf(finding.get("key_image"))),
        new OutputName(Long.parseUnsignedLong(output[0]), Long.parseLong(output[1])),
        probability == null ? null : Double.valueOf(probability),
        String.valueOf(finding.get("heuristic")),
        String.valueOf(finding.get("version")),
        String.valueOf(finding.get("guarantee")),
        finding.get("assumption"));
  }

  private static GraphLabel label(Map<String, String> label) {
    return new GraphLabel(
        GraphLabel.Subject.parse(String.valueOf(label.get("subject"))),
        String.valueOf(label.get("label")),
        String.valueOf(label.get("category")),
        Integer.parseInt(String.valueOf(label.get("confidence"))),
        String.valueOf(label.get("source")));
  }
}
