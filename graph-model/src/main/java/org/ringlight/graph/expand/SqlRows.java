package org.ringlight.graph.expand;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.Commitment;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;

/**
 * Many rows by their ids in one pass of DuckDB over the columns, which is faster than page by page.
 */
final class SqlRows {

  private static final String OUTPUTS =
      "SELECT output_id, tx_id, height, index_in_tx, index_space::HUGEINT, amount_index,"
          + " value::HUGEINT, lower(hex(public_key)), lower(hex(commitment)), view_tag,"
          + " lower(hex(encrypted_amount)) FROM xmr.outputs";

  private static final String RINGS =
      "SELECT ring_id, tx_id, height, input_index, index_space::HUGEINT, lower(hex(key_image)),"
          + " members, member_ids, lower(hex(pseudo_output)) FROM xmr.rings";

  private final SqlSession session;

  SqlRows(SqlSession session) {
    this.session = session;
  }

  List<OutputRow> outputs(String column, Collection<Long> ids) {
    return find(OUTPUTS, column, ids, SqlRows::output);
  }

  List<RingRow> rings(String column, Collection<Long> ids) {
    return find(RINGS, column, ids, SqlRows::ring);
  }

  private interface Reading<R> {
    R read(ResultSet row) throws SQLException;
  }

  private <R> List<R> find(String select, String column, Collection<Long> ids, Reading<R> read) {
    String statement = select + " WHERE " + column + " IN (SELECT unnest(?)) ORDER BY 1";
    try (PreparedStatement prepared = session.connection().prepareStatement(statement)) {
      prepared.setObject(1, session.connection().createArrayOf("BIGINT", ids.toArray()));
      List<R> found = new ArrayList<>();
      try (ResultSet rows = prepared.executeQuery()) {
        while (rows.next()) {
          found.add(read.read(rows));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new StoreUnavailable(
          "the tables cannot be read: " + e.getMessage(), "expand", "run ringlight verify", e);
    }
  }

  private static OutputRow output(ResultSet row) throws SQLException {
    String commitment = row.getString(9);
    int viewTag = row.getInt(10);
    boolean noViewTag = row.wasNull();
    return new OutputRow(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.getInt(4),
        unsigned(row.getString(5)),
        row.getLong(6),
        row.getString(7) == null ? null : unsigned(row.getString(7)),
        PublicKey.parse(row.getString(8)),
        commitment == null ? null : Commitment.parse(commitment),
        noViewTag ? null : viewTag,
        bytes(row.getString(11)));
  }

  private static RingRow ring(ResultSet row) throws SQLException {
    String pseudoOutput = row.getString(9);
    long[] members = longs(row.getArray(7));
    return new RingRow(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.getInt(4),
        unsigned(row.getString(5)),
        KeyImage.parse(row.getString(6)),
        members == null ? new long[0] : members,
        longs(row.getArray(8)),
        pseudoOutput == null ? null : Commitment.parse(pseudoOutput));
  }

  private static long unsigned(String number) {
    return Long.parseUnsignedLong(number);
  }

  private static byte @Nullable [] bytes(@Nullable String hex) {
    return hex == null ? null : HexFormat.of().parseHex(hex);
  }

  private static long @Nullable [] longs(@Nullable Array array) throws SQLException {
    if (array == null) {
      return null;
    }
    Object[] elements = (Object[]) array.getArray();
    long[] longs = new long[elements.length];
    for (int i = 0; i < longs.length; i++) {
      longs[i] = elements[i] instanceof Number number ? number.longValue() : RingRow.NO_ID;
    }
    return longs;
  }
}
