package org.ringlight.cli.graph;

import java.util.concurrent.Callable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.finding.GraphCluster;
import org.ringlight.graph.finding.RunLoad;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinClusterRow;
import org.ringlight.lake.table.Namespace;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight graph clusters}. */
@Command(
    name = "clusters",
    description = {
      "Brings the clusters of Bitcoin's addresses that were found last into the graph as one run:"
          + " (:Address)-[:IN]->(:Cluster).",
      "They count as a whole once they are loaded, and take the place of those before. Addresses on"
          + " their own are in no cluster."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight graph clusters", "  ringlight --data /srv/ringlight graph clusters"})
final class GraphClustersCommand implements Callable<Integer> {

  private static final String SOURCE = "cluster";

  @ParentCommand GraphCommand graph;

  @Override
  public Integer call() {
    try (Lake lake = Lake.openExisting(graph.parent.data());
        Snapshot findings =
            lake.current(Namespace.BTC_FINDINGS)
                .orElseThrow(
                    () ->
                        new ConfigurationInvalid(
                            "there are no clusters yet",
                            lake.folder().toString(),
                            "find them first: ringlight cluster"))) {
      return RunBringing.bring(graph, RunLoad.Kind.CLUSTERS, SOURCE, run -> bring(findings, run));
    }
  }

  private static void bring(Snapshot findings, RunLoad run) {
    try (Rows<BitcoinClusterRow> rows = findings.scan(BitcoinClusterRow.TABLE)) {
      rows.forEachRemaining(row -> run.add(new GraphCluster(row.address(), row.cluster())));
    }
  }
}
