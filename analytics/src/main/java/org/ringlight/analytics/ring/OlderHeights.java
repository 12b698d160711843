package org.ringlight.analytics.ring;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.ringlight.failure.StoreUnavailable;

/**
 * Heights of the outputs that rings of a slice name and that are older than it: the node's word. 24
 * bytes for each; none where the tables begin at genesis.
 */
final class OlderHeights {

  private static final String OLDER =
      "SELECT index_space, amount_index, created_at_height FROM xmr.older_outputs"
          + " ORDER BY index_space, amount_index";

  private final long[] spaces;
  private final long[] indexes;
  private final long[] heights;

  private OlderHeights(int count, ResultSet rows) throws SQLException {
    this.spaces = new long[count];
    this.indexes = new long[count];
    this.heights = new long[count];
    for (int i = 0; i < count && rows.next(); i++) {
      spaces[i] = rows.getBigDecimal(1).toBigInteger().longValue();
      indexes[i] = rows.getLong(2);
      heights[i] = rows.getLong(3);
    }
  }

  static OlderHeights read(Connection connection, long count) {
    try (PreparedStatement statement = connection.prepareStatement(OLDER);
        ResultSet rows = statement.executeQuery()) {
      return new OlderHeights(Math.toIntExact(count), rows);
    } catch (SQLException e) {
      throw new StoreUnavailable(
          "the outputs older than the slice cannot be read: " + e.getMessage(),
          "xmr.older_outputs",
          "run ringlight verify; where files are damaged, index again into an empty folder",
          e);
    }
  }

  /** The height, or {@link Ring#UNKNOWN}. */
  long of(long indexSpace, long amountIndex) {
    int low = 0;
    int high = heights.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Long.compareUnsigned(spaces[middle], indexSpace);
      order = order == 0 ? Long.compare(indexes[middle], amountIndex) : order;
      if (order == 0) {
        return heights[middle];
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return Ring.UNKNOWN;
  }
}
