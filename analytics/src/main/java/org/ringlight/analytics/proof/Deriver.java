package org.ringlight.analytics.proof;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/**
 * Derives what is known of one ring: reads its findings and what they cite, down to what rests on
 * nothing else, and checks each as {@link ProofChecker} does. Reads what the derivation needs, not
 * the whole chain.
 */
public final class Deriver {

  private final Lake lake;
  private final List<Path> forks;

  /**
   * @param forks data directories of forks, in the words in which findings name them
   */
  public Deriver(Lake lake, List<Path> forks) {
    this.lake = lake;
    this.forks = List.copyOf(forks);
  }

  /**
   * The derivation of a ring; empty where no ring has the key image.
   *
   * @throws ConfigurationInvalid where there is no chain, or a folder holds no fork of it
   */
  public Optional<Derivation> derive(KeyImage asked) {
    try (SqlSession session = Sql.open(lake)) {
      Snapshot chain = ProofChecker.chain(session, lake);
      Optional<Snapshot> findings = session.snapshot(Namespace.FINDINGS);
      List<ClaimRow> rows =
          findings
              .map(tables -> new CitedFindings(session.connection(), tables).of(asked))
              .orElse(List.of());
      Set<KeyImage> images = new LinkedHashSet<>(Set.of(asked));
      Set<OutputName> named = new HashSet<>();
      for (ClaimRow row : rows) {
        images.addAll(row.keyImages());
        images.addAll(row.restsOn());
        Long space = row.indexSpace();
        if (space != null) {
          for (long index : row.amountIndexes()) {
            named.add(new OutputName(space, index));
          }
        }
      }
      Book book = new PartBook(session, chain, forks).read(images, named);
      int ring = book.rings().find(asked);
      if (ring == Rings.NONE) {
        return Optional.empty();
      }
      Checking checking = new Checking(book, ProofListener.SILENT);
      rows.forEach(checking::add);
      Verdict verdict = checking.verdict();
      return Optional.of(new Writing(book, checking, rows).of(ring, verdict));
    }
  }
}
