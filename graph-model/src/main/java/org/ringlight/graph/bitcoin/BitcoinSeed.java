package org.ringlight.graph.bitcoin;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.Namespace;

/**
 * Where a neighbourhood of Bitcoin begins: dense ids of transactions, as of the tables' tip.
 *
 * @param txIds a transaction; that of an output and the one that spends it; or all that pay an
 *     address or spend what was locked to it
 */
public record BitcoinSeed(String name, Set<Long> txIds) {

  private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern OUTPOINT = Pattern.compile("([0-9a-fA-F]{64}):([0-9]{1,9})");
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z()-]{1,140}");

  private static final String OF_TRANSACTION =
      "SELECT tx_id FROM btc.transactions WHERE hash = unhex(?)";

  private static final String OF_OUTPUT =
      "SELECT output_id FROM btc.outputs o JOIN btc.transactions t USING (tx_id)"
          + " WHERE t.hash = unhex(?) AND o.index_in_tx = CAST(? AS INTEGER)";

  private static final String OF_ADDRESS = "SELECT address_id FROM btc.addresses WHERE address = ?";

  private static final String WITH_OUTPUT =
      "SELECT tx_id FROM btc.outputs WHERE output_id = CAST(? AS BIGINT)"
          + " UNION SELECT tx_id FROM btc.inputs WHERE output_id = CAST(? AS BIGINT)";

  private static final String WITH_ADDRESS =
      "SELECT tx_id FROM btc.outputs WHERE address_id = CAST(? AS BIGINT)"
          + " UNION SELECT tx_id FROM btc.inputs WHERE address_id = CAST(? AS BIGINT)";

  /** What {@code text} names in Bitcoin's tables: HASH, HASH:INDEX or an address; or nothing. */
  public static Optional<BitcoinSeed> find(SqlSession session, String text) {
    if (session.snapshot(Namespace.BTC).isEmpty() || !isPossible(text)) {
      return Optional.empty();
    }
    Matcher outpoint = OUTPOINT.matcher(text);
    Set<Long> txIds = new TreeSet<>();
    if (HASH.matcher(text).matches()) {
      txIds.addAll(ids(session, OF_TRANSACTION, text));
    } else if (outpoint.matches()) {
      for (long output : ids(session, OF_OUTPUT, outpoint.group(1), outpoint.group(2))) {
        String id = Long.toString(output);
        txIds.addAll(ids(session, WITH_OUTPUT, id, id));
      }
    } else {
      for (long address : ids(session, OF_ADDRESS, text)) {
        String id = Long.toString(address);
        txIds.addAll(ids(session, WITH_ADDRESS, id, id));
      }
    }
    return txIds.isEmpty() ? Optional.empty() : Optional.of(new BitcoinSeed(text, txIds));
  }

  private static boolean isPossible(String text) {
    return OUTPOINT.matcher(text).matches() || ADDRESS.matcher(text).matches();
  }

  private static Set<Long> ids(SqlSession session, String statement, String... parameters) {
    try (PreparedStatement prepared = session.connection().prepareStatement(statement)) {
      for (int i = 0; i < parameters.length; i++) {
        prepared.setString(i + 1, parameters[i]);
      }
      Set<Long> ids = new TreeSet<>();
      try (ResultSet found = prepared.executeQuery()) {
        while (found.next()) {
          ids.add(found.getLong(1));
        }
      }
      return ids;
    } catch (SQLException e) {
      throw new StoreUnavailable(
          "the tables cannot be read: " + e.getMessage(), "expand", "run ringlight verify", e);
    }
  }
}
