package org.ringlight.analytics.analysis;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.ringlight.analytics.export.SpentOutputsSink;
import org.ringlight.analytics.finding.Finding;
import org.ringlight.analytics.finding.FindingSink;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.Namespace;

/** The findings of the last run. */
public final class StoredFindings {

  private static final String SPENT =
      """
      SELECT DISTINCT index_space, index_space::VARCHAR, amount_index
      FROM (SELECT index_space, unnest(amount_indexes) AS amount_index FROM findings.claims
        WHERE claim IN ('ring_resolved', 'output_spent') AND guarantee IN ('proven', %s))
      ORDER BY 1, 3\
      """;

  private final Lake lake;

  public StoredFindings(Lake lake) {
    this.lake = lake;
  }

  /**
   * Hands over all of them, in the order they were written.
   *
   * @throws ConfigurationInvalid where nothing was analysed yet, or the block that was analysed
   *     last is gone
   */
  public void each(FindingSink findings) {
    eachRow(row -> findings.accept(finding(row)));
  }

  /** The same as rows. */
  public void eachRow(Consumer<ClaimRow> rows) {
    requireAnalysed();
    try (Snapshot tables = lake.current(Namespace.FINDINGS).orElseThrow(this::nothingYet);
        Rows<ClaimRow> all = tables.scan(ClaimRow.TABLE)) {
      all.forEachRemaining(rows);
    }
  }

  private static Finding finding(ClaimRow row) {
    try {
      return ClaimRows.finding(row);
    } catch (IllegalArgumentException | NullPointerException | IndexOutOfBoundsException e) {
      throw new DataInvalid(
          "this is no finding: " + e.getMessage(),
          "findings.claims, finding " + row.findingId(),
          "ringlight analyze --anew",
          e);
    }
  }

  private void requireAnalysed() {
    if (AnalysedTip.of(lake).isEmpty()) {
      throw nothingYet();
    }
  }

  private ConfigurationInvalid nothingYet() {
    return new ConfigurationInvalid(
        "nothing was analysed yet", lake.folder().toString(), "ringlight analyze");
  }

  /**
   * Hands over the outputs that are found to be spent, ascending by index space and index.
   *
   * @param conditional whether those count too that rest on an assumption
   */
  public void spent(Conditional conditional, SpentOutputsSink spent) {
    String also = conditional == Conditional.WITH ? "'conditional'" : "'proven'";
    requireAnalysed();
    try (SqlSession session = Sql.open(lake)) {
      try (PreparedStatement statement =
              session.connection().prepareStatement(SPENT.formatted(also));
          ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          spent.spent(Long.parseUnsignedLong(rows.getString(2)), rows.getLong(3));
        }
      } catch (SQLException e) {
        throw new StoreUnavailable(
            "the findings cannot be read: " + e.getMessage(),
            "findings.claims",
            "ringlight analyze --anew",
            e);
      }
    }
  }

  /** Whether what rests on an assumption counts. */
  public enum Conditional {
    WITH,
    WITHOUT
  }
}
