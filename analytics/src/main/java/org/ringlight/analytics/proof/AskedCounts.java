package org.ringlight.analytics.proof;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BlockRow;

/** Counts an amount by asking the tables. */
final class AskedCounts implements Book.Counts {

  private static final String COMPLETE =
      """
      SELECT (SELECT count(*) FROM xmr.rings WHERE index_space = s AND height <= h)
        = (SELECT count(DISTINCT public_key) FROM xmr.outputs WHERE index_space = s AND height < h)
      FROM (SELECT ?::UBIGINT AS s, ?::BIGINT AS h)\
      """;

  private final Connection connection;
  private final boolean fromGenesis;

  AskedCounts(Connection connection, Snapshot chain) {
    this.connection = connection;
    this.fromGenesis = chain.lowestHeight(BlockRow.TABLE).orElse(0) == 0;
  }

  @Override
  public boolean complete(long space, long height) {
    try (PreparedStatement asked = connection.prepareStatement(COMPLETE)) {
      asked.setString(1, Long.toUnsignedString(space));
      asked.setLong(2, height);
      try (ResultSet found = asked.executeQuery()) {
        return fromGenesis && found.next() && found.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new StoreUnavailable(
          "the tables cannot be read: " + e.getMessage(), "xmr", "run ringlight verify", e);
    }
  }
}
