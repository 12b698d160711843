package org.ringlight.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * An output older than the slice that was indexed, as the node told it. It has no dense id and so
 * no row in the forward index: the rings that hold it are found by reading them.
 */
final class OlderOutput {

  private static final String OUTPUTS =
      """
      SELECT o.index_space || ':' || o.amount_index AS output, lower(hex(o.tx_hash)) AS transaction,
        o.created_at_height AS height, lower(hex(o.public_key)) AS public_key,
        lower(hex(o.commitment)) AS commitment, false AS verified
      FROM xmr.older_outputs o
      WHERE %s\
      """;

  private static final String RINGS =
      """
      WITH o AS (SELECT * FROM xmr.older_outputs WHERE %s),
        member AS (
          SELECT r.ring_id, r.tx_id, r.key_image, r.height, r.index_space, len(r.members) AS ring_size,
            unnest(r.members) AS amount_index, unnest(range(0, len(r.members))) AS position
          FROM xmr.rings r JOIN o
            ON r.index_space = o.index_space AND list_contains(r.members, o.amount_index))
      SELECT DISTINCT ON (ring_id, position)
        o.index_space || ':' || o.amount_index AS output, lower(hex(m.key_image)) AS key_image,
        lower(hex(t.hash)) AS transaction, m.height, position, ring_size,
        m.height - o.created_at_height AS age_blocks
      FROM member m JOIN o ON m.index_space = o.index_space AND m.amount_index = o.amount_index
        JOIN xmr.transactions t ON t.tx_id = m.tx_id
      ORDER BY ring_id, position\
      """;

  private static final String BY_NAME = "index_space = ?::UBIGINT AND amount_index = ?";
  private static final String BY_KEY = "public_key = unhex(?)";

  private OlderOutput() {}

  /** The output with every ring of the slice that holds it; empty where none names it. */
  static Optional<ObjectNode> find(Tables tables, AskedOutput name) {
    if (name instanceof AskedOutput.Place place) {
      return find(
          tables,
          BY_NAME,
          Long.toUnsignedString(place.name().indexSpace()),
          place.name().amountIndex());
    }
    return find(tables, BY_KEY, name.toString());
  }

  private static Optional<ObjectNode> find(Tables tables, String condition, Object... named) {
    ArrayNode outputs = tables.rows(OUTPUTS.formatted(condition), named);
    if (outputs.isEmpty()) {
      return Optional.empty();
    }
    ArrayNode rings = tables.rows(RINGS.formatted(condition), named);
    ObjectNode found = JsonNodeFactory.instance.objectNode();
    found.set("outputs", outputs);
    found.put("ring_count", rings.size());
    found.set("rings", rings);
    return Optional.of(found);
  }
}
