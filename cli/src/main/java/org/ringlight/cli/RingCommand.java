package org.ringlight.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ringlight.protocol.KeyImage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ringlight ring}. */
@Command(
    name = "ring",
    description = {
      "A ring: every member with the transaction that created it and its age when the ring was"
          + " made.",
      "One of them is spent; which one, the chain does not say. In a slice, members older than it"
          + " are shown as the node told them: not verified."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ringlight ring KEYIMAGE",
      "  ringlight ring --format json KEYIMAGE | jq '.members[].transaction'"
    })
final class RingCommand extends LookUp {

  private static final String RING =
      """
      SELECT lower(hex(r.key_image)) AS key_image, lower(hex(t.hash)) AS transaction, r.height,
        strftime(make_timestamp(b.timestamp * 1000000), '%Y-%m-%dT%H:%M:%SZ') AS time,
        r.input_index, r.index_space, len(r.members) AS ring_size, r.ring_id
      FROM xmr.rings r JOIN xmr.transactions t USING (tx_id) JOIN xmr.blocks b
        ON b.height = r.height
      WHERE r.key_image = unhex(?)\
      """;

  private static final String MEMBERS =
      """
      WITH ring AS (SELECT * FROM xmr.rings WHERE ring_id = ?),
        member AS (
          SELECT ring.height AS spent_at, ring.index_space,
            unnest(range(0, len(members))) AS position, unnest(members) AS amount_index,
            unnest(member_ids) AS output_id
          FROM ring)
      SELECT position, member.index_space || ':' || member.amount_index AS output,
        lower(hex(t.hash)) AS transaction, o.height, spent_at - o.height AS age_blocks, t.coinbase,
        lower(hex(o.public_key)) AS public_key
      FROM member LEFT JOIN xmr.outputs o USING (output_id) LEFT JOIN xmr.transactions t USING (tx_id)
      ORDER BY position\
      """;

  private static final String MEMBERS_OF_SLICE =
      """
      WITH ring AS (SELECT * FROM xmr.rings WHERE ring_id = ?),
        member AS (
          SELECT ring.height AS spent_at, ring.index_space,
            unnest(range(0, len(members))) AS position, unnest(members) AS amount_index,
            unnest(member_ids) AS output_id
          FROM ring)
      SELECT position, member.index_space || ':' || member.amount_index AS output,
        lower(hex(coalesce(t.hash, old.tx_hash))) AS transaction,
        coalesce(o.height, old.created_at_height) AS height,
        spent_at - coalesce(o.height, old.created_at_height) AS age_blocks, t.coinbase,
        lower(hex(coalesce(o.public_key, old.public_key))) AS public_key,
        o.public_key IS NOT NULL AS verified
      FROM member LEFT JOIN xmr.outputs o ON o.output_id = member.output_id
        LEFT JOIN xmr.transactions t ON t.tx_id = o.tx_id
        LEFT JOIN xmr.older_outputs old ON old.index_space = member.index_space
          AND old.amount_index = member.amount_index AND member.output_id IS NULL
      ORDER BY position\
      """;

  @Parameters(paramLabel = "KEYIMAGE", description = "The key image of the spend.")
  KeyImage keyImage;

  @Override
  ObjectNode find(Tables tables) {
    return find(tables, keyImage);
  }

  /** The ring with a key image. */
  static ObjectNode find(Tables tables, KeyImage keyImage) {
    ArrayNode found = tables.rows(RING, keyImage.toString());
    if (found.isEmpty()) {
      throw notFound("key image", keyImage);
    }
    ObjectNode ring = (ObjectNode) found.get(0);
    String members = tables.areSlice() ? MEMBERS_OF_SLICE : MEMBERS;
    ring.set("members", tables.rows(members, ring.get("ring_id").asLong()));
    return ring;
  }
}
