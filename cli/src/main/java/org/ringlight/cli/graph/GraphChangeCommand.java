package org.ringlight.cli.graph;

import java.util.concurrent.Callable;
import org.ringlight.graph.finding.BitcoinRuns;
import org.ringlight.graph.finding.RunLoad;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight graph change}. */
@Command(
    name = "change",
    description = {
      "Brings the change of Bitcoin's transactions that ringlight change found last into the graph"
          + " as one run: (:BtcTransaction)-[:GIVES_BACK]->(:BtcOutput), with confidence and the"
          + " heuristics that say so.",
      "It counts as a whole once it is loaded, and takes the place of what was found before."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight graph change", "  ringlight --data /srv/ringlight graph change"})
final class GraphChangeCommand implements Callable<Integer> {

  @ParentCommand GraphCommand graph;

  @Override
  public Integer call() {
    return TableRunBringing.bring(
        graph, RunLoad.Kind.CHANGE, BitcoinRuns.source(RunLoad.Kind.CHANGE));
  }
}
