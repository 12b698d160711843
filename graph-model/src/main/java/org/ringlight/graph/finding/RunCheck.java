package org.ringlight.graph.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.TransactionContext;
import org.ringlight.graph.server.GraphConnection;

/**
 * Holds every run that counts against what it brought: each row with all that it says, and that
 * there is no other. Labels are left out: blocks that are taken back take theirs along.
 */
public final class RunCheck {

  private RunCheck() {}

  /**
   * What was found.
   *
   * @param runs how many were compared
   * @param rows how many rows they have
   * @param different those that are not what was brought
   */
  public record Found(int runs, long rows, List<Runs.Run> different) {

    public Found {
      different = List.copyOf(different);
    }

    public boolean isClean() {
      return different.isEmpty();
    }
  }

  /** Compares; changes nothing. */
  public static Found check(GraphConnection graph) {
    List<Runs.Run> compared =
        Runs.all(graph).stream()
            .filter(Runs.Run::current)
            .filter(run -> !run.kind().equals(RunLoad.Kind.LABELS.word()))
            .toList();
    List<Runs.Run> different = new ArrayList<>();
    long rows = 0;
    for (Runs.Run run : compared) {
      rows += run.written();
      if (!inGraph(graph, run).hex().equals(run.digest())) {
        different.add(run);
      }
    }
    return new Found(compared.size(), rows, different);
  }

  private static RunDigest inGraph(GraphConnection graph, Runs.Run run) {
    RunDigest digest = RunDigest.EMPTY;
    for (RunForm form : RunLoad.Kind.valueOf(run.kind().toUpperCase(Locale.ROOT)).forms()) {
      RunDigest before = digest;
      digest = graph.read(transaction -> add(before, transaction, form, run.number()));
    }
    return digest;
  }

  private static RunDigest add(
      RunDigest before, TransactionContext transaction, RunForm form, long run) {
    RunDigest digest = before;
    Result rows = transaction.run(form.tells(), Map.of("run", run));
    while (rows.hasNext()) {
      Record row = rows.next();
      digest =
          digest.add(Row.text(form, row.get("names").asMap(), row.get("properties").asMap()), 1);
    }
    return digest;
  }

  /** Lets runs count no more: what they say is to be loaded again. */
  public static void retire(GraphConnection graph, List<Runs.Run> runs) {
    List<Long> numbers = runs.stream().map(Runs.Run::number).toList();
    graph.write(
        transaction ->
            transaction
                .run(
                    "UNWIND $numbers AS number MATCH (r:Run {number: number})"
                        + " SET r.current = false",
                    Map.of("numbers", numbers))
                .consume());
  }
}
