package org.ringlight.analytics.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.ringlight.analytics.deduce.Rule;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.RunRow;

/**
 * A run of the cascade that somebody else works out, on many machines: its findings are written as
 * {@link Analysis} writes its own, in one commit, and are the same.
 */
public final class ForeignCascade {

  private static final long NOTHING_KEPT = -1;

  private final Lake lake;
  private final Job job;
  private final AnalysisListener listener;

  /** Works the findings out. */
  @FunctionalInterface
  public interface Job {

    /**
     * Writes the findings as Parquet files into a new folder.
     *
     * @param height of the chain's tip that is looked at
     */
    void write(Path folder, long height);
  }

  public ForeignCascade(Lake lake, Job job, AnalysisListener listener) {
    this.lake = lake;
    this.job = job;
    this.listener = listener;
  }

  /** The heuristics that it is a run of. */
  public static List<String> heuristics() {
    return List.of(Rule.ZERO_MIXIN.heuristic().name(), Rule.CASCADE.heuristic().name());
  }

  /**
   * Runs it, as the one writer of the findings.
   *
   * @throws ConfigurationInvalid where there is no chain, or it was cut back meanwhile
   */
  public AnalysisResult run() {
    String runId = UUID.randomUUID().toString();
    Path folder = lake.folder().resolve("cache").resolve("cascade-" + runId);
    try (Writer writer = lake.writer(Namespace.FINDINGS)) {
      long startedAt = Instant.now().getEpochSecond();
      Tip tip =
          lake.tip(Namespace.XMR)
              .orElseThrow(
                  () ->
                      new ConfigurationInvalid(
                          "there is no chain in the tables",
                          lake.folder().toString(),
                          "index one, or name another folder with --data"));
      try (Snapshot chain = lake.at(Namespace.XMR, tip)) {
        listener.stage("cascade");
        job.write(folder, tip.height());
        requireStillThere(tip);
        listener.stage("write");
        try (ForeignFindings findings = ForeignFindings.open(folder)) {
          long written = write(writer, runId, startedAt, tip, findings);
          return result(runId, chain.count(RingRow.TABLE), written, findings);
        }
      }
    } catch (SQLException e) {
      throw new StoreUnavailable(
          "the findings of the job cannot be read: " + e.getMessage(),
          folder.toString(),
          "look at what the job said",
          e);
    } finally {
      delete(folder);
    }
  }

  private void requireStillThere(Tip tip) {
    try (Snapshot chain = lake.current(Namespace.XMR).orElseThrow();
        Rows<BlockRow> rows = chain.scan(BlockRow.TABLE, tip.height(), tip.height())) {
      if (!rows.hasNext() || !rows.next().hash().equals(tip.hash())) {
        throw new ConfigurationInvalid(
            "the chain was cut back while the job ran", "height " + tip.height(), "run it again");
      }
    }
  }

  private long write(Writer writer, String runId, long startedAt, Tip tip, ForeignFindings findings)
      throws SQLException {
    Optional<Snapshot> before = lake.current(Namespace.FINDINGS);
    try (Commit commit = writer.begin()) {
      RunRows runs = new RunRows(before, runId, startedAt);
      long first = runs.firstClaim();
      ClaimRows rows = new ClaimRows(runId, tip, first);
      commit.deleteAbove(NOTHING_KEPT);
      findings.forEach(
          (conclusion, keys) -> {
            commit.append(ClaimRow.TABLE, rows.of(conclusion, keys));
            listener.written(rows.next() - first);
          });
      commit.append(
          RunRow.TABLE, runs.row(heuristics(), "", rows.next() - first, NOTHING_KEPT, tip));
      commit.commit(tip.height(), tip.hash());
      return rows.next() - first;
    } finally {
      before.ifPresent(Snapshot::close);
    }
  }

  private static AnalysisResult result(
      String runId, long rings, long written, ForeignFindings findings) throws SQLException {
    Map<String, Long> byHeuristic = findings.resolved();
    long resolved = byHeuristic.values().stream().mapToLong(Long::longValue).sum();
    Map<Integer, Long> bySize = new TreeMap<>();
    if (resolved > 0) {
      bySize.put(1, resolved);
    }
    return new AnalysisResult(
        runId, rings, resolved, findings.narrowed(), bySize, byHeuristic, NOTHING_KEPT, written);
  }

  private static void delete(Path folder) {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
