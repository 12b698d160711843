package org.ringlight.analytics.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ringlight.analytics.analysis.Analysis;
import org.ringlight.analytics.analysis.AnalysisListener;
import org.ringlight.analytics.analysis.AnalysisOptions;
import org.ringlight.analytics.analysis.AnalysisResult;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.FindingId;
import org.ringlight.lake.table.Namespace;

/** Findings in tables, read, changed and written back. */
final class Tables {

  private Tables() {}

  static void analyse(Lake lake, Path... forks) {
    analyse(lake, true, forks);
  }

  /** Goes on where the last analysis ended. */
  static AnalysisResult analyseOn(Lake lake) {
    return analyse(lake, false);
  }

  private static AnalysisResult analyse(Lake lake, boolean anew, Path... forks) {
    return new Analysis(
            lake,
            new AnalysisOptions(Analysis.deductions(), List.of(), List.of(forks), anew),
            AnalysisListener.SILENT)
        .run();
  }

  static Verdict check(Lake lake, Path... forks) {
    return new ProofChecker(lake, List.of(forks), ProofListener.SILENT).check();
  }

  static List<ClaimRow> findings(Lake lake) {
    List<ClaimRow> all = new ArrayList<>();
    try (Snapshot tables = lake.current(Namespace.FINDINGS).orElseThrow();
        Rows<ClaimRow> rows = tables.scan(ClaimRow.TABLE)) {
      rows.forEachRemaining(all::add);
    }
    return all;
  }

  /** Writes these findings in place of all that there are, each under the id it must have. */
  static void replace(Lake lake, List<ClaimRow> findings) {
    FindingHash hash = new FindingHash();
    replaceAsIs(
        lake, findings.stream().map(row -> Changed.of(row).id(hash.of(row)).row()).toList());
  }

  static void replaceAsIs(Lake lake, List<ClaimRow> findings) {
    try (Writer writer = lake.writer(Namespace.FINDINGS)) {
      Tip tip = lake.tip(Namespace.FINDINGS).orElseThrow();
      try (Commit commit = writer.begin()) {
        commit.deleteAbove(-1);
        for (int i = 0; i < findings.size(); i++) {
          commit.append(ClaimRow.TABLE, Changed.of(findings.get(i)).number(i).row());
        }
        commit.commit(tip.height(), tip.hash());
      }
    }
  }

  /** One finding in another's place. */
  static List<ClaimRow> with(
      List<ClaimRow> findings, FindingId changed, UnaryOperator<Changed> change) {
    return findings.stream()
        .map(row -> row.findingId().equals(changed) ? change.apply(Changed.of(row)).row() : row)
        .toList();
  }
}
