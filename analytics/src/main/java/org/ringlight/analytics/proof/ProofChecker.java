package org.ringlight.analytics.proof;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.Namespace;

/**
 * Checks findings again, from the tables alone. It shares no code with what makes findings: each is
 * held against the rings, the outputs' keys and what it cites.
 *
 * <p>What is taken for true: the rings of the main chain, as their node checked them; that a key is
 * spent once, by the one key image it has; that rings of one key image spend one key; what an
 * assertion says, for whoever believes it. What is checked of every finding: that its id is the
 * hash of what it says; that all it names is there; that what it cites is accepted and of lower
 * depth, so that nothing rests on itself; that every member that is struck out is covered by
 * something cited, and everything cited strikes something out; that no key is taken twice; that a
 * closed set counts as many keys as rings; its depth, its height, its guarantee.
 *
 * <p>Memory: about 80 bytes an output, 50 a ring, 4 a ring member, 250 a finding. One pass over
 * each table.
 */
public final class ProofChecker {

  private final Lake lake;
  private final List<Path> forks;
  private final ProofListener listener;

  /**
   * @param forks data directories of forks, in the words in which findings name them
   */
  public ProofChecker(Lake lake, List<Path> forks, ProofListener listener) {
    this.lake = lake;
    this.forks = List.copyOf(forks);
    this.listener = listener;
  }

  /**
   * Checks all findings of the tables.
   *
   * @throws ConfigurationInvalid where there is no chain or no findings
   */
  public Verdict check() {
    try (SqlSession session = Sql.open(lake)) {
      Snapshot findings = findings(session, lake);
      Snapshot chain = chain(session, lake);
      Book book =
          WholeBook.read(
              chain, session.snapshot(Namespace.INTEL), Optional.of(findings), forks, listener);
      listener.stage("read findings");
      Checking checking = new Checking(book, listener);
      try (Rows<ClaimRow> rows = findings.scan(ClaimRow.TABLE)) {
        rows.forEachRemaining(checking::add);
      }
      listener.stage("check");
      return checking.verdict();
    }
  }

  static Snapshot chain(SqlSession session, Lake lake) {
    return session
        .snapshot(Namespace.XMR)
        .orElseThrow(
            () ->
                new ConfigurationInvalid(
                    "there is no chain in the tables",
                    lake.folder().toString(),
                    "index one, or name another folder with --data"));
  }

  static Snapshot findings(SqlSession session, Lake lake) {
    return session
        .snapshot(Namespace.FINDINGS)
        .orElseThrow(
            () ->
                new ConfigurationInvalid(
                    "there are no findings in the tables",
                    lake.folder().toString(),
                    "run ringlight analyze first"));
  }
}
