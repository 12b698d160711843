package org.ringlight.cli.graph;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.graph.finding.RunLoad;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight graph taint}. */
@Command(
    name = "taint",
    description = {
      "Brings what ringlight taint found on Bitcoin into the graph, each case as one run:"
          + " (:Run)-[:TAINTS]->(:BtcOutput), with method, satoshi and what it is conditional on.",
      "A case counts as a whole once it is loaded, and takes the place of the one before of its"
          + " name; one that the tables no longer have is taken out."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  ringlight graph taint", "  ringlight graph taint --case theft"})
final class GraphTaintCommand implements Callable<Integer> {

  @ParentCommand GraphCommand graph;

  @Option(
      names = "--case",
      paramLabel = "NAME",
      description = "Only this one. Default: all that the tables have.")
  @Nullable String caseName;

  @Override
  public Integer call() {
    return TableRunBringing.bring(graph, RunLoad.Kind.TAINT, caseName);
  }
}
