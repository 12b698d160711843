package org.ringlight.graph.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.neo4j.driver.Record;
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
    AtomicReference<RunDigest> digest = new AtomicReference<>(RunDigest.EMPTY);
    for (RunForm form : RunLoad.Kind.valueOf(run.kind().toUpperCase(Locale.ROOT)).forms()) {
      RunDigest before = digest.get();
      graph.read(
          transaction -> {
            digest.set(before);
            transaction
                .run(form.tells(), Map.of("run", run.number()))
                .forEachRemaining(row -> digest.set(digest.get().add(text(form, row), 1)));
            return true;
          });
    }
    return digest.get();
  }

  private static String text(RunForm form, Record row) {
    return Row.text(form, row.get("names").asMap(), row.get("properties").asMap());
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
