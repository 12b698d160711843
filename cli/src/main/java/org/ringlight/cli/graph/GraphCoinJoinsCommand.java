package org.ringlight.cli.graph;

import java.util.concurrent.Callable;
import org.ringlight.graph.finding.BitcoinRuns;
import org.ringlight.graph.finding.RunLoad;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight graph coinjoins}. */
@Command(
    name = "coinjoins",
    description = {
      "Brings the signs of CoinJoins on Bitcoin that ringlight coinjoin found last into the graph"
          + " as one run: (:Run)-[:SEES_COINJOIN]->(:BtcTransaction), with the kind of sign and"
          + " whether it stands.",
      "They count as a whole once they are loaded, and take the place of those before."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight graph coinjoins", "  ringlight --data /srv/ringlight graph coinjoins"})
final class GraphCoinJoinsCommand implements Callable<Integer> {

  @ParentCommand GraphCommand graph;

  @Override
  public Integer call() {
    return TableRunBringing.bring(
        graph, RunLoad.Kind.COINJOINS, BitcoinRuns.source(RunLoad.Kind.COINJOINS));
  }
}
