package org.ringlight.cli.graph;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.finding.FindingFile;
import org.ringlight.graph.finding.RunLoad;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight graph findings}. */
@Command(
    name = "findings",
    description = {
      "Brings a file of findings into the graph as one run:"
          + " (:Ring)-[:SPENDS|ELIMINATES|NARROWED_TO|WEIGHS]->(:Output), each with its heuristic"
          + " and guarantee.",
      "It counts as a whole once it is loaded, and takes the place of the run before of the same"
          + " source. The file's format: docs/reference/findings-file.md."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight graph findings mine.jsonl",
      "  ringlight graph findings second-try.csv --source mine.jsonl"
    })
final class GraphFindingsCommand implements Callable<Integer> {

  @ParentCommand GraphCommand graph;

  @Parameters(paramLabel = "FILE", description = "Findings, as JSON lines or CSV.")
  Path file;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Whose run before it replaces. Default: the file's name.")
  @Nullable String source;

  @Override
  public Integer call() {
    return RunBringing.bring(
        graph,
        RunLoad.Kind.FINDINGS,
        source,
        file,
        run -> FindingFile.read(file, finding -> FindingEdges.each(finding, run::add)));
  }
}
