package org.ringlight.cli.graph;

import java.util.concurrent.Callable;
import org.ringlight.graph.finding.BitcoinRuns;
import org.ringlight.graph.finding.RunLoad;
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

  @ParentCommand GraphCommand graph;

  @Override
  public Integer call() {
    return TableRunBringing.bring(
        graph, RunLoad.Kind.CLUSTERS, BitcoinRuns.source(RunLoad.Kind.CLUSTERS));
  }
}
