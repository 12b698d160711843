package org.ringlight.analytics.analysis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.analytics.deduce.Fact;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;

/**
 * The rings of orphaned and alternative blocks, and of transactions that waited in the pool and
 * lost to another of their key image.
 *
 * <p>What counts as proven: a node checks the key images and signatures of its pool and of every
 * block that was ever on its main chain. It does not check those of a branch that never was; a ring
 * there holds only if its block is valid. What an index of such a ring means is taken only where it
 * is certain: below the split it is the main chain's output, from there on one of the branch; a
 * pool ring that names an output from after a split that was seen since is left out.
 */
final class OffChainRings implements OutputSource {

  /** A name of a branch that does not tell one output. */
  private static final int UNKNOWN = -1;

  private static final String OUTPUTS =
      """
      SELECT lhex(branch), index_space::VARCHAR, amount_index, lhex(public_key)
      FROM xmr.alt_outputs WHERE whole AND amount_index IS NOT NULL
      ORDER BY branch, height, tx_hash, index_in_tx\
      """;

  private static final String NAMED =
      """
      SELECT o.index_space::VARCHAR, o.amount_index, o.output_id, o.height
      FROM xmr.outputs o SEMI JOIN (
        SELECT index_space, unnest(members) AS amount_index FROM xmr.alt_rings
        UNION SELECT index_space, unnest(members) FROM xmr.pool_rings) m
      USING (index_space, amount_index)\
      """;

  // a branch whose own root was orphaned says nothing certain of its indexes
  private static final String ALTERNATIVE =
      """
      WITH roots AS (
        SELECT a.branch, min(a.height) AS split FROM xmr.alt_blocks a
        WHERE a.block_hash = a.branch
          AND EXISTS (SELECT 1 FROM xmr.blocks b
            WHERE b.height = a.height - 1 AND b.hash = a.prev_hash)
        GROUP BY a.branch)
      SELECT DISTINCT lhex(r.key_image), r.index_space::VARCHAR, r.members, r.height,
        lhex(r.branch), lhex(r.block_hash), roots.split, b.difficulty IS NOT NULL
      FROM xmr.alt_rings r JOIN roots ON roots.branch = r.branch
      JOIN xmr.alt_blocks b ON b.branch = r.branch AND b.block_hash = r.block_hash AND b.whole
      WHERE r.whole ORDER BY ALL\
      """;

  private static final String POOL =
      """
      WITH splits AS (
        SELECT branch, min(height) AS split, min(seen_at) AS seen_at
        FROM xmr.alt_blocks GROUP BY branch)
      SELECT lhex(r.key_image), r.index_space::VARCHAR, r.members, max(r.height),
        lhex(r.tx_hash), coalesce(min(s.split), 9223372036854775807)
      FROM xmr.pool_rings r
      JOIN xmr.pool_transactions t ON t.hash = r.tx_hash AND t.height = r.height
      LEFT JOIN splits s ON s.seen_at >= t.first_seen
      WHERE t.fate = 'conflicted'
      GROUP BY r.key_image, r.index_space, r.members, r.tx_hash ORDER BY ALL\
      """;

  private final Connection connection;
  private final ChainOutputs chain;
  private final int base;
  private final Map<String, Map<OutputName, Integer>> ofBranch = new HashMap<>();
  private final Map<OutputName, long[]> named = new HashMap<>();
  private final List<PublicKey> keys = new ArrayList<>();
  private final List<OtherRing> rings = new ArrayList<>();

  private OffChainRings(Connection connection, ChainOutputs chain, int base) {
    this.connection = connection;
    this.chain = chain;
    this.base = base;
  }

  /**
   * Reads them.
   *
   * @param base the number of the first output that only a branch has
   */
  static OffChainRings read(Connection connection, ChainOutputs chain, int base) {
    OffChainRings read = new OffChainRings(connection, chain, base);
    read.each(OUTPUTS, read::output);
    read.each(NAMED, row -> read.named.put(name(row), new long[] {row.getLong(3), row.getLong(4)}));
    read.each(ALTERNATIVE, read::alternative);
    read.each(POOL, read::pool);
    return read;
  }

  List<OtherRing> rings() {
    return rings;
  }

  /** What they are, in words that differ where they do. */
  String digest() {
    int hash = 0;
    for (OtherRing ring : rings) {
      hash = 31 * hash + ring.image().hashCode();
      hash = 31 * hash + Arrays.hashCode(ring.numbers());
      hash = 31 * hash + ring.fact().words().hashCode();
    }
    return rings.size() + " rings off the main chain, " + Integer.toHexString(hash);
  }

  private interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  private void each(String query, RowReader reader) {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        reader.read(rows);
      }
    } catch (SQLException e) {
      throw new StoreUnavailable(
          "rings off the main chain cannot be read: " + e.getMessage(),
          "xmr.alt_rings, xmr.pool_rings",
          "run ringlight verify",
          e);
    }
  }

  private static OutputName name(ResultSet row) throws SQLException {
    return new OutputName(Long.parseUnsignedLong(row.getString(1)), row.getLong(2));
  }

  private void output(ResultSet row) throws SQLException {
    OutputName name = new OutputName(Long.parseUnsignedLong(row.getString(2)), row.getLong(3));
    PublicKey key = PublicKey.parse(row.getString(4));
    Map<OutputName, Integer> branch =
        ofBranch.computeIfAbsent(row.getString(1), any -> new HashMap<>());
    Integer before = branch.putIfAbsent(name, base + keys.size());
    if (before == null) {
      keys.add(key);
    } else if (before != UNKNOWN && !keys.get(before - base).equals(key)) {
      branch.put(name, UNKNOWN); // it had one name for two outputs as it changed
    }
  }

  private static long[] members(ResultSet row) throws SQLException {
    Object[] members = (Object[]) row.getArray(3).getArray();
    return Arrays.stream(members).mapToLong(member -> (Long) member).toArray();
  }

  private void alternative(ResultSet row) throws SQLException {
    long space = Long.parseUnsignedLong(row.getString(2));
    long split = row.getLong(7);
    boolean checked = row.getBoolean(8);
    Map<OutputName, Integer> branch = ofBranch.getOrDefault(row.getString(5), Map.of());
    int[] numbers = new int[members(row).length];
    int count = 0;
    for (long member : members(row)) {
      OutputName name = new OutputName(space, member);
      long[] main = named.get(name);
      Integer onBranch = branch.get(name);
      if (main != null && main[1] < split) {
        numbers[count++] = chain.number(main[0]);
      } else if (onBranch != null && onBranch != UNKNOWN) {
        numbers[count++] = onBranch;
      } else {
        return; // what it names may have any key
      }
    }
    String block = row.getString(6);
    rings.add(
        new OtherRing(
            KeyImage.parse(row.getString(1)),
            numbers,
            new Fact(
                Fact.Source.OTHER_RING,
                (checked ? "a ring of orphaned block " : "a ring of alternative block ")
                    + block
                    + " at height "
                    + row.getLong(4),
                checked ? null : "alternative block " + block + " is valid"),
            Math.toIntExact(Math.max(0, split - 1))));
  }

  private void pool(ResultSet row) throws SQLException {
    long space = Long.parseUnsignedLong(row.getString(2));
    long[] members = members(row);
    int[] numbers = new int[members.length];
    for (int i = 0; i < members.length; i++) {
      long[] main = named.get(new OutputName(space, members[i]));
      if (main == null || main[1] >= row.getLong(6)) {
        return;
      }
      numbers[i] = chain.number(main[0]);
    }
    rings.add(
        new OtherRing(
            KeyImage.parse(row.getString(1)),
            numbers,
            new Fact(
                Fact.Source.OTHER_RING,
                "a ring of transaction " + row.getString(5) + " seen in the pool",
                null),
            Math.toIntExact(row.getLong(4))));
  }

  @Override
  public int count() {
    return keys.size();
  }

  @Override
  public void eachKey(KeyVisitor visitor) {
    byte[] bytes = new byte[PublicKey.LENGTH];
    for (PublicKey key : keys) {
      key.copyTo(bytes, 0);
      visitor.key(bytes, 0);
    }
  }
}
