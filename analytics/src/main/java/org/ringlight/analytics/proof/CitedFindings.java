package org.ringlight.analytics.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.protocol.KeyImage;

/**
 * The findings of a ring and all that they cite, level by level: one question for each step of the
 * longest chain of citations. Once for each session.
 */
final class CitedFindings {

  private static final int MOST_ASKED = 5_000;

  // one pass over the findings, whatever the number of levels
  private static final String INDEX =
      """
      CREATE TEMP TABLE named AS
      SELECT number, claim, unnest(key_images) AS image, rests_on FROM findings.claims
      WHERE guarantee <> 'statistical'
        AND claim IN ('ring_resolved', 'closed_set', 'ring_narrowed', 'member_eliminated')\
      """;

  private static final String OF_RINGS =
      "SELECT number, list_transform(rests_on, image -> lhex(image)) FROM named"
          + " WHERE image IN (%s) AND %s ORDER BY number";

  private static final String ALL = "true";
  private static final String OF_SPENDS = "claim <> 'member_eliminated'";

  private final Connection connection;
  private final Snapshot findings;

  private record Cited(long number, List<KeyImage> restsOn) {}

  CitedFindings(Connection connection, Snapshot findings) {
    this.connection = connection;
    this.findings = findings;
  }

  /** The rows. */
  List<ClaimRow> of(KeyImage asked) {
    index();
    Set<KeyImage> seen = new HashSet<>(Set.of(asked));
    Set<KeyImage> level = new LinkedHashSet<>(Set.of(asked));
    String claims = ALL;
    Set<Long> numbers = new TreeSet<>();
    while (!level.isEmpty()) {
      Set<KeyImage> next = new LinkedHashSet<>();
      for (Cited one : cited(claims, level)) {
        numbers.add(one.number());
        one.restsOn().stream().filter(seen::add).forEach(next::add);
      }
      claims = OF_SPENDS;
      level = next;
    }
    List<ClaimRow> rows = read(numbers);
    return withoutWhatNobodyAsked(rows, asked);
  }

  private void index() {
    try (Statement statement = connection.createStatement()) {
      statement.execute(INDEX);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static StoreUnavailable unreadable(SQLException e) {
    return new StoreUnavailable(
        "findings cannot be read: " + e.getMessage(),
        "findings.claims",
        "run ringlight analyze --anew",
        e);
  }

  /** A cited ring of a closed set is also narrowed; that is not what is cited. */
  private static List<ClaimRow> withoutWhatNobodyAsked(List<ClaimRow> rows, KeyImage asked) {
    Map<String, Set<KeyImage>> inSets = new HashMap<>();
    for (ClaimRow row : rows) {
      if (row.claim().equals(Claim.Kind.CLOSED_SET.word())) {
        inSets.computeIfAbsent(row.guarantee(), any -> new HashSet<>()).addAll(row.keyImages());
      }
    }
    return rows.stream()
        .filter(
            row ->
                !row.claim().equals(Claim.Kind.RING_NARROWED.word())
                    || row.keyImages().contains(asked)
                    || !inSets.getOrDefault(row.guarantee(), Set.of()).containsAll(row.keyImages()))
        .toList();
  }

  private List<Cited> cited(String claims, Collection<KeyImage> images) {
    List<Cited> all = new ArrayList<>();
    List<KeyImage> left = new ArrayList<>(images);
    for (int from = 0; from < left.size(); from += MOST_ASKED) {
      List<KeyImage> some = left.subList(from, Math.min(left.size(), from + MOST_ASKED));
      String marks = String.join(", ", some.stream().map(any -> "unhex(?)").toList());
      try (PreparedStatement asked =
          connection.prepareStatement(OF_RINGS.formatted(marks, claims))) {
        for (int i = 0; i < some.size(); i++) {
          asked.setString(i + 1, some.get(i).toString());
        }
        try (ResultSet found = asked.executeQuery()) {
          while (found.next()) {
            Object[] cited = (Object[]) found.getArray(2).getArray();
            all.add(
                new Cited(
                    found.getLong(1),
                    Arrays.stream(cited)
                        .map(image -> KeyImage.parse(String.valueOf(image)))
                        .toList()));
          }
        }
      } catch (SQLException e) {
        throw unreadable(e);
      }
    }
    return all;
  }

  private List<ClaimRow> read(Set<Long> numbers) {
    List<ClaimRow> read = new ArrayList<>();
    if (numbers.isEmpty()) {
      return read;
    }
    long[] wanted = numbers.stream().mapToLong(Long::longValue).toArray();
    try (Rows<ClaimRow> found = findings.find(ClaimRow.TABLE, ClaimRow.TABLE.keyOneOf(wanted))) {
      found.forEachRemaining(read::add);
    }
    return read;
  }
}
