package org.ringlight.cli.graph;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ringlight.graph.finding.LabelFile;
import org.ringlight.graph.finding.RunLoad;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code ringlight graph labels}. */
@Command(
    name = "labels",
    description = {
      "Brings a file of labels into the graph as one run: (:Tag)-[:ON]->(:Transaction|:Ring|"
          + ":Output|:BtcTransaction|:BtcOutput|:Address).",
      "It counts as a whole once it is loaded, and takes the place of the run before of the same"
          + " source. The file is CSV with the header subject,label,category,confidence,source; a"
          + " subject is tx:HASH, ring:KEYIMAGE or output:SPACE:INDEX; of Bitcoin tx:HASH,"
          + " address:ADDRESS or output:HASH:INDEX."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight graph labels exchange.csv",
      "  ringlight graph labels exchange-new.csv --source exchange.csv"
    })
final class GraphLabelsCommand implements Callable<Integer> {

  @ParentCommand GraphCommand graph;

  @Parameters(paramLabel = "FILE", description = "Labels, as CSV.")
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
        RunLoad.Kind.LABELS,
        source == null ? String.valueOf(file.getFileName()) : source,
        run -> LabelFile.read(file, run::add));
  }
}
