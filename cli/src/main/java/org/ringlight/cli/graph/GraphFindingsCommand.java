package org.ringlight.cli.graph;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.analysis.StoredFindings;
import org.ringlight.analytics.finding.FindingFile;
import org.ringlight.graph.finding.RunLoad;
import org.ringlight.lake.Lake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight graph findings}. */
@Command(
    name = "findings",
    description = {
      "Brings findings into the graph as one run:"
          + " (:Ring)-[:SPENDS|ELIMINATES|NARROWED_TO|WEIGHS]->(:Output), each with its heuristic"
          + " and guarantee.",
      "It counts as a whole once it is loaded, and takes the place of the run before of the same"
          + " source. The file's format: docs/reference/findings-file.md."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight graph findings",
      "  ringlight graph findings mine.jsonl",
      "  ringlight graph findings second-try.csv --source mine.jsonl"
    })
final class GraphFindingsCommand implements Callable<Integer> {

  @ParentCommand GraphCommand graph;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "Findings, as JSON lines or CSV. Default: what the last ringlight analyze found.")
  @Nullable Path file;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Whose run before it replaces. Default: the file's name, or analyze.")
  @Nullable String source;

  @Override
  public Integer call() {
    Path from = file;
    if (from == null) {
      return analysed();
    }
    return RunBringing.bring(
        graph,
        RunLoad.Kind.FINDINGS,
        source == null ? String.valueOf(from.getFileName()) : source,
        run -> FindingFile.read(from, finding -> FindingEdges.each(finding, run::add)));
  }

  private int analysed() {
    try (Lake lake = Lake.openExisting(graph.parent.data())) {
      return RunBringing.bring(
          graph,
          RunLoad.Kind.FINDINGS,
          source == null ? "analyze" : source,
          run ->
              new StoredFindings(lake).each(finding -> FindingEdges.each(finding, run::add)));
    }
  }
}
