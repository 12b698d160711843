package org.ringlight.lab;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lab.RingPicture.Member;

/** The members of a ring: the query, and the way from its rows to a picture. */
final class RingRows {

  /** Members from before a slice are those that the node told; see {@code xmr.older_outputs}. */
  static final String MEMBERS =
      """
      WITH member AS (
        SELECT height AS ring_height, index_space, unnest(range(0, len(members))) AS position,
          unnest(members) AS amount_index, unnest(member_ids) AS output_id
        FROM xmr.rings WHERE key_image = unhex(?))
      SELECT member.position, member.index_space || ':' || member.amount_index AS output,
        coalesce(o.height, old.created_at_height) AS height,
        member.ring_height - coalesce(o.height, old.created_at_height) AS age_blocks, t.coinbase,
        lower(hex(coalesce(t.hash, old.tx_hash))) AS transaction, member.ring_height
      FROM member LEFT JOIN xmr.outputs o ON o.output_id = member.output_id
        LEFT JOIN xmr.transactions t ON t.tx_id = o.tx_id
        LEFT JOIN xmr.older_outputs old ON member.output_id IS NULL
          AND old.index_space = member.index_space AND old.amount_index = member.amount_index
      ORDER BY member.position\
      """;

  private RingRows() {}

  static RingPicture picture(String keyImage, Rows rows) {
    List<String> names = rows.texts("output");
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!(rows.column("height").get(i) instanceof Number height)) {
        throw new DataInvalid(
            "a ring member's height is not in the tables",
            "ring " + keyImage + ", output " + names.get(i),
            "index from further back, or with a node that names older outputs");
      }
      members.add(Member.candidate(names.get(i), height.longValue()));
    }
    long ringHeight = (long) rows.numbers("ring_height")[0];
    return new RingPicture(keyImage, ringHeight, members);
  }
}
