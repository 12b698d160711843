package org.ringlight.cli.graph;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringlight.cli.ExitCode;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.finding.BitcoinRuns;
import org.ringlight.graph.finding.RunLoad;
import org.ringlight.graph.finding.RunRemoval;
import org.ringlight.graph.finding.Runs;
import org.ringlight.graph.finding.TableRun;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Lake;

/** What the commands share that make the graph say of Bitcoin what the tables found last. */
final class TableRunBringing {

  private TableRunBringing() {}

  /**
   * Brings the runs of a kind, and takes out of the graph those that the tables no longer have.
   *
   * @param only the one source of which it is done; null for all
   */
  static int bring(GraphCommand graph, RunLoad.Kind kind, @Nullable String only) {
    try (Lake lake = Lake.openExisting(graph.parent.data());
        BitcoinRuns runs = new BitcoinRuns(lake);
        GraphConnection connection = GraphCommand.connect(graph.parent)) {
      Map<String, TableRun> found = runs.of(kind);
      Set<String> sources = new LinkedHashSet<>(found.keySet());
      Runs.all(connection).stream()
          .filter(run -> run.kind().equals(kind.word()))
          .forEach(run -> sources.add(run.source()));
      if (only != null) {
        sources.retainAll(Set.of(only));
      }
      if (sources.isEmpty()) {
        throw new ConfigurationInvalid(
            "there is nothing of this kind yet: " + kind.word() + (only == null ? "" : " " + only),
            lake.folder().toString(),
            "find it first: ringlight cluster, taint, change or coinjoin");
      }
      for (String source : sources) {
        TableRun run = found.get(source);
        if (run == null) {
          RunRemoval.all(connection, kind, source);
          graph
              .parent
              .talk()
              .printf("%s of %s: not in the tables, taken out.%n", kind.word(), source);
        } else {
          RunBringing.bring(
              graph, RunLoad.begin(connection, run), source, into -> runs.bring(run, into));
        }
      }
    }
    return ExitCode.DONE;
  }
}
