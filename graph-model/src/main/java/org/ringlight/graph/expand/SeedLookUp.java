package org.ringlight.graph.expand;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/** Finds a seed in the tables, by its name. */
public final class SeedLookUp {

  private final SqlSession session;
  private final TableLookUp rows;

  SeedLookUp(SqlSession session) {
    this.session = session;
    this.rows = new TableLookUp(session);
  }

  /**
   * What 64 hex digits name: a transaction, else a key image, else an output's key.
   *
   * @throws ConfigurationInvalid where they name nothing in the tables
   */
  public static Seed named(SqlSession session, String hex) {
    SeedLookUp tables = new SeedLookUp(session);
    for (Seed seed :
        List.of(
            new Seed.OfTransaction(TxHash.parse(hex)),
            new Seed.OfRing(KeyImage.parse(hex)),
            new Seed.OfKey(PublicKey.parse(hex)))) {
      if (!tables.ids(statement(seed), hex).isEmpty()) {
        return seed;
      }
    }
    throw new ConfigurationInvalid(
        "no transaction, ring or output has this name: " + hex,
        "the tables, as far as they are indexed",
        "check it, or index further; ringlight status says how far the tables reach");
  }

  private static String statement(Seed seed) {
    if (seed instanceof Seed.OfTransaction) {
      return "SELECT tx_id FROM xmr.transactions WHERE hash = unhex(?)";
    } else if (seed instanceof Seed.OfRing) {
      return "SELECT ring_id FROM xmr.rings WHERE key_image = unhex(?)";
    } else if (seed instanceof Seed.OfKey) {
      return "SELECT output_id FROM xmr.outputs WHERE public_key = unhex(?)";
    }
    throw new IllegalArgumentException("not by hex: " + seed);
  }

  /**
   * Where to begin.
   *
   * @param txIds the seed's transactions
   * @param backRings the rings to go back from; all of the transactions' where it is empty
   * @param forwardOutputs the outputs to go forward from; all of the transactions' where it is
   *     empty
   */
  record Start(List<Long> txIds, List<RingRow> backRings, List<OutputRow> forwardOutputs) {}

  /**
   * Finds it.
   *
   * @throws ConfigurationInvalid where it is not in the tables
   */
  Start find(Seed seed) {
    if (seed instanceof Seed.OfTransaction transaction) {
      List<Long> ids = ids(statement(seed), transaction.hash().toString());
      return new Start(found(seed, ids), List.of(), List.of());
    } else if (seed instanceof Seed.OfRing ring) {
      List<Long> ids = ids(statement(seed), ring.keyImage().toString());
      List<RingRow> rings = rows.rings(found(seed, ids));
      return new Start(rings.stream().map(RingRow::txId).toList(), rings, List.of());
    } else if (seed instanceof Seed.OfOutput output) {
      List<OutputRow> named =
          rows.find(
              OutputRow.TABLE,
              OutputRow.named(output.name().indexSpace(), output.name().amountIndex()));
      return outputs(seed, named);
    } else if (seed instanceof Seed.OfKey key) {
      List<Long> ids = ids(statement(seed), key.key().toString());
      return outputs(seed, rows.outputs(ids));
    }
    throw new IllegalStateException("no such seed");
  }

  private static Start outputs(Seed seed, List<OutputRow> outputs) {
    List<Long> txIds = outputs.stream().map(OutputRow::txId).distinct().toList();
    return new Start(found(seed, txIds), List.of(), outputs);
  }

  private static List<Long> found(Seed seed, List<Long> ids) {
    if (ids.isEmpty()) {
      throw new ConfigurationInvalid(
          "no such " + seed,
          "the tables, as far as they are indexed",
          "check it, or index further; ringlight status says how far the tables reach");
    }
    return ids;
  }

  private List<Long> ids(String statement, String name) {
    try (PreparedStatement prepared = session.connection().prepareStatement(statement)) {
      prepared.setString(1, name);
      List<Long> ids = new ArrayList<>();
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
