package org.ringlight.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.ringlight.lake.table.MembershipRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ringlight output}. */
@Command(
    name = "output",
    description = {
      "An output and every ring that holds it: the forward look-up.",
      "At most one of those rings spends it; which one, if any, the chain does not say. Outputs"
          + " with the same public key share one key image: only one of them can ever be spent."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight output 0:157450727",
      "  ringlight output --format json PUBLICKEY | jq '.rings | length'"
    })
final class OutputCommand extends LookUp {

  private static final String OUTPUTS =
      """
      SELECT o.index_space || ':' || o.amount_index AS output, lower(hex(t.hash)) AS transaction,
        o.height, strftime(make_timestamp(b.timestamp * 1000000), '%Y-%m-%dT%H:%M:%SZ') AS time,
        o.index_in_tx, t.coinbase, o.value, o.view_tag, lower(hex(o.public_key)) AS public_key,
        lower(hex(o.commitment)) AS commitment, o.output_id
      FROM xmr.outputs o JOIN xmr.transactions t USING (tx_id) JOIN xmr.blocks b
        ON b.height = o.height
      WHERE\
      """;

  private static final String RINGS =
      """
      WITH member(output_id, ring_id, position) AS (VALUES %s)
      SELECT o.index_space || ':' || o.amount_index AS output, lower(hex(r.key_image)) AS key_image,
        lower(hex(t.hash)) AS transaction, r.height, position, len(r.members) AS ring_size,
        r.height - o.height AS age_blocks
      FROM member JOIN xmr.rings r USING (ring_id) JOIN xmr.transactions t USING (tx_id)
        JOIN xmr.outputs o USING (output_id)
      ORDER BY ring_id, position\
      """;

  @Parameters(
      paramLabel = "SPACE:INDEX|PUBLICKEY",
      description = "Its place in an index space (0 for RingCT), or its one-time key.")
  OutputName output;

  @Override
  ObjectNode find(Tables tables) {
    ArrayNode asked = asked(tables);
    if (asked.isEmpty()) {
      return OlderOutput.find(tables, output).orElseThrow(() -> notFound("output", output));
    }
    ObjectNode found = JsonNodeFactory.instance.objectNode();
    found.set("outputs", asked);
    ArrayNode same = output instanceof OutputName.Place ? alike(tables, asked.get(0)) : asked;
    if (same.size() > 1) {
      found.put("same_public_key", same.size() + " outputs, of which one can be spent");
      found.set("outputs", same);
    }
    List<MembershipRow> memberships = tables.memberships(ids(asked));
    found.put("ring_count", memberships.size());
    found.set(
        "rings",
        memberships.isEmpty()
            ? JsonNodeFactory.instance.arrayNode()
            : tables.rows(RINGS.formatted(values(memberships))));
    for (JsonNode row : found.get("outputs")) {
      ((ObjectNode) row)
          .remove("output_id"); // reused after a reorganisation: never shown as a name
    }
    return found;
  }

  private ArrayNode asked(Tables tables) {
    if (output instanceof OutputName.Place place) {
      return tables.rows(
          OUTPUTS + " o.index_space = ?::UBIGINT AND o.amount_index = ?",
          Long.toUnsignedString(place.space()),
          place.index());
    }
    return withKey(tables, output.toString());
  }

  /** All outputs with the public key of {@code row}, itself first. */
  private static ArrayNode alike(Tables tables, JsonNode row) {
    ArrayNode same = JsonNodeFactory.instance.arrayNode().add(row);
    for (JsonNode other : withKey(tables, row.get("public_key").asText())) {
      if (other.get("output_id").asLong() != row.get("output_id").asLong()) {
        same.add(other);
      }
    }
    return same;
  }

  private static ArrayNode withKey(Tables tables, String key) {
    return tables.rows(OUTPUTS + " o.public_key = unhex(?) ORDER BY output_id", key);
  }

  private static long[] ids(ArrayNode outputs) {
    long[] ids = new long[outputs.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = outputs.get(i).get("output_id").asLong();
    }
    return ids;
  }

  private static String values(List<MembershipRow> memberships) {
    return memberships.stream()
        .map(row -> "(%d, %d, %d)".formatted(row.outputId(), row.ringId(), row.position()))
        .collect(Collectors.joining(", "));
  }
}
