package org.ringlight.analytics.proof;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.AssertionRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/** Reads of a chain what some rings need. */
final class PartBook {

  private static final int MOST_ASKED = 5_000;

  private final SqlSession session;
  private final Snapshot chain;
  private final List<Path> forks;
  private final Names keyNames = new Names();
  private final Outputs outputs = new Outputs(keyNames);
  private final Rings rings = new Rings(outputs);

  PartBook(SqlSession session, Snapshot chain, List<Path> forks) {
    this.session = session;
    this.chain = chain;
    this.forks = forks;
  }

  /**
   * Reads it.
   *
   * @param images of the rings
   * @param named outputs that findings about them name
   */
  Book read(Set<KeyImage> images, Set<OutputName> named) {
    List<RingRow> rows = ringRows(images);
    List<Sighting> sightings = new ArrayList<>();
    sightings.addAll(BranchRings.read(chain, keyNames, images::contains));
    sightings.addAll(PoolRings.read(chain, keyNames, images::contains));
    List<ForkRings> open = new ArrayList<>();
    try {
      for (Path fork : forks) {
        open.add(ForkRings.open(fork, chain));
        sightings.addAll(open.get(open.size() - 1).read(keyNames, images::contains));
      }
      return read(rows, sightings, named);
    } finally {
      open.forEach(ForkRings::close);
    }
  }

  private Book read(List<RingRow> rows, List<Sighting> sightings, Set<OutputName> named) {
    List<AssertionRow> said =
        session.snapshot(Namespace.INTEL).map(Assertions::standing).orElse(List.of());
    Set<OutputName> wanted = new LinkedHashSet<>(named);
    for (RingRow row : rows) {
      Arrays.stream(row.members())
          .forEach(index -> wanted.add(new OutputName(row.indexSpace(), index)));
    }
    for (Sighting sighting : sightings) {
      Arrays.stream(sighting.members())
          .forEach(index -> wanted.add(new OutputName(sighting.space(), index)));
    }
    for (AssertionRow row : said) {
      Long space = row.indexSpace();
      Long index = row.amountIndex();
      if (space != null && index != null) {
        wanted.add(new OutputName(space, index));
      }
    }
    int chainOutputs = outputs(wanted);
    for (RingRow row : rows) {
      rings.add(
          row.keyImage().toBytes(),
          0,
          Math.toIntExact(row.height()),
          row.indexSpace(),
          row.members(),
          0,
          row.members().length);
    }
    Facts facts = new Binding(outputs, chainOutputs, rings).bind(sightings, said);
    Optional<Snapshot> findings = session.snapshot(Namespace.FINDINGS);
    return new Book(
        outputs,
        rings,
        facts,
        findings.map(WholeBook::runs).orElse(Set.of()),
        new AskedCounts(session.connection(), chain));
  }

  private List<RingRow> ringRows(Set<KeyImage> images) {
    List<Long> ids =
        ids(
            "SELECT ring_id FROM xmr.rings WHERE key_image IN (%s)",
            "unhex(?)", images.stream().map(image -> List.<Object>of(image.toString())).toList());
    List<RingRow> found = new ArrayList<>();
    if (!ids.isEmpty()) {
      try (Rows<RingRow> rows = chain.find(RingRow.TABLE, RingRow.TABLE.keyOneOf(sorted(ids)))) {
        rows.forEachRemaining(found::add);
      }
    }
    return found;
  }

  private int outputs(Set<OutputName> wanted) {
    List<Long> ids =
        ids(
            "SELECT output_id FROM xmr.outputs SEMI JOIN (VALUES %s) named(index_space,"
                + " amount_index) USING (index_space, amount_index)",
            "(?::UBIGINT, ?::BIGINT)",
            wanted.stream()
                .map(
                    name ->
                        List.<Object>of(
                            Long.toUnsignedString(name.indexSpace()), name.amountIndex()))
                .toList());
    if (!ids.isEmpty()) {
      try (Rows<OutputRow> rows =
          chain.find(OutputRow.TABLE, OutputRow.TABLE.keyOneOf(sorted(ids)))) {
        rows.forEachRemaining(
            row ->
                outputs.add(
                    row.indexSpace(),
                    row.amountIndex(),
                    row.height(),
                    row.publicKey().toBytes(),
                    0));
      }
    }
    int chainOutputs = outputs.count();
    try (Rows<OlderOutputRow> rows = chain.scan(OlderOutputRow.TABLE)) {
      rows.forEachRemaining(
          row -> {
            if (wanted.contains(new OutputName(row.indexSpace(), row.amountIndex()))) {
              WholeBook.older(outputs, row);
            }
          });
    }
    return chainOutputs;
  }

  private static long[] sorted(Collection<Long> ids) {
    return ids.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
  }

  private List<Long> ids(String query, String mark, List<List<Object>> asked) {
    List<Long> ids = new ArrayList<>();
    for (int from = 0; from < asked.size(); from += MOST_ASKED) {
      List<List<Object>> some = asked.subList(from, Math.min(asked.size(), from + MOST_ASKED));
      String marks = String.join(", ", some.stream().map(any -> mark).toList());
      try (PreparedStatement statement =
          session.connection().prepareStatement(query.formatted(marks))) {
        int place = 1;
        for (List<Object> one : some) {
          for (Object value : one) {
            statement.setObject(place++, Objects.requireNonNull(value));
          }
        }
        try (ResultSet found = statement.executeQuery()) {
          while (found.next()) {
            ids.add(found.getLong(1));
          }
        }
      } catch (SQLException e) {
        throw new StoreUnavailable(
            "the tables cannot be read: " + e.getMessage(), "xmr", "run ringlight verify", e);
      }
    }
    return ids;
  }
}
