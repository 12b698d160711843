package org.ringlight.analytics.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
      SELECT number, claim, unnest(key_images) AS image FROM findings.claims
      WHERE guarantee <> 'statistical'
        AND claim IN ('ring_resolved', 'closed_set', 'ring_narrowed', 'member_eliminated')\
      """;

  private static final String OF_RINGS =
      "SELECT DISTINCT number FROM named WHERE image IN (%s) AND %s ORDER BY number";

  private static final String ALL = "true";
  private static final String OF_SPENDS = "claim <> 'member_eliminated'";

  private final Connection connection;
  private final Snapshot findings;
  private final Map<Long, ClaimRow> rows = new LinkedHashMap<>();

  CitedFindings(Connection connection, Snapshot findings) {
    this.connection = connection;
    this.findings = findings;
  }

  /** The rows, those of the asked ring first. */
  List<ClaimRow> of(KeyImage asked) {
    index();
    Set<KeyImage> seen = new HashSet<>(Set.of(asked));
    Set<KeyImage> level = new LinkedHashSet<>(Set.of(asked));
    String claims = ALL;
    while (!level.isEmpty()) {
      Set<KeyImage> next = new LinkedHashSet<>();
      for (ClaimRow row : read(numbers(claims, level))) {
        rows.put(row.number(), row);
        row.restsOn().stream().filter(seen::add).forEach(next::add);
      }
      claims = OF_SPENDS;
      level = next;
    }
    return withoutWhatNobodyAsked(asked);
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
  private List<ClaimRow> withoutWhatNobodyAsked(KeyImage asked) {
    Set<KeyImage> inSets = new HashSet<>();
    for (ClaimRow row : rows.values()) {
      if (row.claim().equals(Claim.Kind.CLOSED_SET.word())) {
        inSets.addAll(row.keyImages());
      }
    }
    return rows.values().stream()
        .filter(
            row ->
                !row.claim().equals(Claim.Kind.RING_NARROWED.word())
                    || row.keyImages().contains(asked)
                    || !inSets.containsAll(row.keyImages()))
        .toList();
  }

  private List<Long> numbers(String claims, Collection<KeyImage> images) {
    List<Long> numbers = new ArrayList<>();
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
            numbers.add(found.getLong(1));
          }
        }
      } catch (SQLException e) {
        throw unreadable(e);
      }
    }
    return numbers;
  }

  private List<ClaimRow> read(List<Long> numbers) {
    List<ClaimRow> read = new ArrayList<>();
    if (numbers.isEmpty()) {
      return read;
    }
    long[] wanted = numbers.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    try (Rows<ClaimRow> found =
        findings.find(ClaimRow.TABLE, ClaimRow.TABLE.keyOneOf(wanted))) {
      found.forEachRemaining(read::add);
    }
    return read;
  }
}
