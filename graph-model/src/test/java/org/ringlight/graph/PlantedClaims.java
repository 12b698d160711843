package org.ringlight.graph;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.graph.finding.BitcoinRuns;
import org.ringlight.graph.finding.GraphClaim;
import org.ringlight.graph.finding.GraphCluster;
import org.ringlight.graph.finding.GraphLabel;
import org.ringlight.graph.finding.RunLoad;
import org.ringlight.graph.finding.TableRun;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Lake;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.OutputName;

/** Findings, labels and a case of every kind, about a {@link GrownChain}. */
final class PlantedClaims {

  static final List<RunLoad.Kind> BITCOIN =
      List.of(
          RunLoad.Kind.CLUSTERS, RunLoad.Kind.TAINT, RunLoad.Kind.CHANGE, RunLoad.Kind.COINJOINS);

  private PlantedClaims() {}

  static void plant(GraphConnection graph, GrownChain chain) {
    RunLoad findings = RunLoad.begin(graph, RunLoad.Kind.FINDINGS, "planted");
    for (GraphClaim.Type type : GraphClaim.Type.values()) {
      List<RingRow> rings = rings(chain);
      findings.add(claim(type, rings.get(0), 0, null));
      findings.add(claim(type, rings.get(1), 1, "the owner says so"));
    }
    findings.finish();
    RunLoad labels = RunLoad.begin(graph, RunLoad.Kind.LABELS, "planted");
    RingRow ring = rings(chain).get(0);
    OutputName output = new OutputName(ring.indexSpace(), ring.members()[0]);
    labels.add(label(new GraphLabel.Subject.OfRing(ring.keyImage())));
    labels.add(label(new GraphLabel.Subject.OfOutput(output)));
    labels.add(
        label(new GraphLabel.Subject.OfTransaction(chain.block(3).transactions().get(0).hash())));
    labels.finish();
    graph.run(
        "MATCH (o:Output) WITH o LIMIT 1 CREATE (:Case {name: 'c', createdAt: 1})-[:HOLDS]->(o)");
  }

  /** Clusters of Bitcoin: all addresses of the graph that begin alike. */
  static void plantClusters(GraphConnection graph) {
    RunLoad clusters = RunLoad.begin(graph, RunLoad.Kind.CLUSTERS, "planted");
    graph
        .<List<String>>read(
            t ->
                t.run("MATCH (a:Address) RETURN a.address AS a ORDER BY a")
                    .list(r -> r.get("a").asString()))
        .forEach(address -> clusters.add(new GraphCluster(address, address.substring(0, 5))));
    clusters.finish();
  }

  /** What the tables say that was found of Bitcoin. */
  static void bring(GraphConnection graph, Lake lake) {
    try (BitcoinRuns runs = new BitcoinRuns(lake)) {
      for (RunLoad.Kind kind : BITCOIN) {
        for (TableRun run : runs.of(kind).values()) {
          RunLoad into = RunLoad.begin(graph, run);
          runs.bring(run, into);
          into.finish();
        }
      }
    }
  }

  static List<RingRow> rings(GrownChain chain) {
    List<RingRow> rings = new ArrayList<>();
    for (long height = 0; height <= chain.tip(); height++) {
      rings.addAll(chain.block(height).rings());
    }
    return rings;
  }

  static GraphClaim claim(
      GraphClaim.Type type, RingRow ring, int member, @Nullable String assumption) {
    return new GraphClaim(
        type,
        type == GraphClaim.Type.SPENT ? null : ring.keyImage(),
        new OutputName(ring.indexSpace(), ring.members()[member]),
        type == GraphClaim.Type.WEIGHS ? 0.5 : null,
        "planted",
        "1",
        assumption == null ? "proven" : "conditional",
        assumption);
  }

  private static GraphLabel label(GraphLabel.Subject subject) {
    return new GraphLabel(subject, "Big Exchange", "exchange", 90, "a list");
  }
}
