package org.ringlight.analytics.bitcoin.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.Namespace;
import org.ringlight.protocol.TxHash;

/**
 * From what people type, hashes and addresses, to the numbers that the tables are sorted by. The
 * tables have no index of names: each question reads one column once, however much is asked for.
 */
public final class Lookup {

  private static final String TRANSACTION =
      "SELECT max(tx_id) FROM btc.transactions WHERE hash = unhex(?) HAVING count(*) > 0";
  private static final String OUTPUT =
      "SELECT output_id FROM btc.outputs WHERE tx_id = ? AND index_in_tx = ?";
  private static final String VALUE = "SELECT value FROM btc.outputs WHERE output_id = ?";
  private static final String SPENDER = "SELECT tx_id FROM btc.inputs WHERE output_id = ?";
  private static final String MAKER = "SELECT tx_id FROM btc.outputs WHERE output_id = ?";
  private static final String HISTORY =
      """
      SELECT p.first, p.payments, s.first, s.spends
      FROM (SELECT min(tx_id) AS first, count(DISTINCT tx_id) AS payments
            FROM btc.outputs WHERE address_id = ?) p,
           (SELECT min(tx_id) AS first, count(DISTINCT tx_id) AS spends
            FROM btc.inputs WHERE address_id = ?) s\
      """;
  private static final int BATCH = 1_000;

  private final Connection connection;
  private final Snapshot tables;

  /**
   * Asks the Bitcoin chain of {@code session}, which must stay open.
   *
   * @throws ConfigurationInvalid where none is indexed
   */
  public Lookup(SqlSession session) {
    this.connection = session.connection();
    this.tables = session.snapshot(Namespace.BTC).orElseThrow(LakeCoins::noChain);
  }

  /** The tables that it looks at; not to close. */
  public Snapshot tables() {
    return tables;
  }

  /**
   * The number of a transaction; of two with one id (BIP 30) the later, whose outputs took the
   * place of the earlier one's.
   *
   * @throws ConfigurationInvalid where the tables do not hold it
   */
  public long transaction(TxHash hash) {
    return first(TRANSACTION, hash.toString())
        .orElseThrow(() -> notThere("transaction", hash.toString()));
  }

  /**
   * The number of a transaction's output.
   *
   * @throws ConfigurationInvalid where the tables do not hold it
   */
  public long output(TxHash hash, int index) {
    return first(OUTPUT, transaction(hash), index)
        .orElseThrow(() -> notThere("output", hash + ":" + index));
  }

  /** What an output is worth, in satoshi; it must be there. */
  public long value(long output) {
    return first(VALUE, output).orElseThrow(() -> notThere("output", "number " + output));
  }

  /** The number of the transaction that spends an output; empty where none does. */
  public OptionalLong spender(long output) {
    return first(SPENDER, output);
  }

  /** The number of the transaction that makes an output; empty where none of the tables does. */
  public OptionalLong maker(long output) {
    return first(MAKER, output);
  }

  /**
   * What became of an address.
   *
   * @param firstPayment number of the first transaction that pays to it, or {@link
   *     CoinTransaction#UNKNOWN} where it was paid below the tables' first block
   * @param payments how many transactions pay to it
   * @param spends how many spend from it
   */
  public record History(long firstPayment, int payments, int spends) {}

  /** What became of an address as of this tip. */
  public History history(long addressId) {
    try (PreparedStatement prepared = connection.prepareStatement(HISTORY)) {
      prepared.setLong(1, addressId);
      prepared.setLong(2, addressId);
      try (ResultSet rows = prepared.executeQuery()) {
        rows.next();
        long paid = rows.getLong(1);
        boolean neverPaid = rows.wasNull();
        long spent = rows.getLong(3);
        boolean spentBefore = !rows.wasNull() && (neverPaid || spent < paid);
        return new History(
            neverPaid || spentBefore ? CoinTransaction.UNKNOWN : paid,
            rows.getInt(2),
            rows.getInt(4));
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /**
   * The number of an address.
   *
   * @throws ConfigurationInvalid where no output is locked to it
   */
  public long address(String text) {
    Long id = addresses(List.of(text)).get(text);
    if (id == null) {
      throw notThere("address", text);
    }
    return id;
  }

  /** The numbers of those of some addresses that the tables hold. */
  public Map<String, Long> addresses(Collection<String> texts) {
    Map<String, Long> found = new HashMap<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE OR REPLACE TEMP TABLE wanted(address VARCHAR)");
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO wanted VALUES (?)")) {
        int waiting = 0;
        for (String text : texts) {
          insert.setString(1, text);
          insert.addBatch();
          if (++waiting % BATCH == 0) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
      }
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT DISTINCT a.address, a.address_id FROM btc.addresses a"
                  + " JOIN wanted USING (address)")) {
        while (rows.next()) {
          found.put(rows.getString(1), rows.getLong(2));
        }
      }
      return found;
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** The numbers of all outputs that are locked to an address, ascending. */
  public long[] outputsOf(long addressId) {
    try (PreparedStatement prepared =
        connection.prepareStatement(
            "SELECT output_id FROM btc.outputs WHERE address_id = ? ORDER BY output_id")) {
      prepared.setLong(1, addressId);
      LongStream.Builder outputs = LongStream.builder();
      try (ResultSet rows = prepared.executeQuery()) {
        while (rows.next()) {
          outputs.add(rows.getLong(1));
        }
      }
      return outputs.build().toArray();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private OptionalLong first(String question, Object... parameters) {
    try (PreparedStatement prepared = connection.prepareStatement(question)) {
      for (int i = 0; i < parameters.length; i++) {
        prepared.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = prepared.executeQuery()) {
        return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static ConfigurationInvalid notThere(String what, String name) {
    return new ConfigurationInvalid(
        "no such " + what + " in the tables: " + name,
        "the Bitcoin chain, as far as it is indexed",
        "check it, or index further; ringlight status says how far the tables reach");
  }

  private static StoreUnavailable unreadable(SQLException e) {
    return new StoreUnavailable(
        "the tables cannot be read: " + e.getMessage(),
        "namespace " + Namespace.BTC.sqlName(),
        "run ringlight verify; where files are damaged, index again into an empty folder",
        e);
  }
}
