package org.ringlight.analytics.spark.contrast;

/** The measures asked of DuckDB in other words: member by member and unit by unit. */
final class Twins {

  /**
   * {@code periods(chain, height, kind, period)}, {@code made(chain, output, tx, height, value)}
   * and {@code possible(chain, spend, tx, height, output, weight)}.
   */
  static final String GRAPH =
      """
      WITH RECURSIVE blocks AS (
        SELECT 'xmr' AS chain, height, make_timestamp(timestamp * 1000000) AS time,
          major::VARCHAR AS era FROM xmr.blocks
        UNION ALL
        SELECT 'btc', height, make_timestamp(timestamp * 1000000), (height // 210000)::VARCHAR
        FROM btc.blocks
      ),
      periods AS (
        SELECT chain, height, unnest(['day', 'month', 'era']) AS kind,
          unnest([strftime(time, '%Y-%m-%d'), strftime(time, '%Y-%m'), era]) AS period
        FROM blocks
      ),
      made AS (
        SELECT 'xmr' AS chain, output_id AS output, tx_id AS tx, height, value::HUGEINT AS value
        FROM xmr.outputs
        UNION ALL
        SELECT 'btc', output_id, tx_id, height, value::HUGEINT FROM btc.outputs
      ),
      claims AS (SELECT * FROM findings.claims WHERE guarantee = 'proven'),
      named AS (
        SELECT ring_id, tx_id, height, key_image, index_space, unnest(members) AS amount_index,
          unnest(member_ids) AS output
        FROM xmr.rings
      ),
      members AS (SELECT DISTINCT * FROM named),
      remaining AS (
        SELECT * FROM members m
        WHERE NOT EXISTS (
            SELECT 1 FROM claims c
            WHERE c.claim = 'member_eliminated' AND c.key_images[1] = m.key_image
              AND c.amount_indexes[1] = m.amount_index)
          AND NOT EXISTS (
            SELECT 1 FROM claims c
            WHERE c.claim IN ('ring_resolved', 'ring_narrowed') AND c.key_images[1] = m.key_image
              AND NOT list_contains(c.amount_indexes, m.amount_index))
          AND NOT EXISTS (
            SELECT 1 FROM claims c
            WHERE c.claim = 'ring_resolved' AND c.index_space = m.index_space
              AND c.amount_indexes[1] = m.amount_index AND c.key_images[1] <> m.key_image)
          AND NOT EXISTS (
            SELECT 1 FROM claims c, claims s
            WHERE c.claim = 'output_spent' AND c.index_space = m.index_space
              AND c.amount_indexes[1] = m.amount_index
              AND s.claim = 'closed_set' AND s.key_images[1] = c.rests_on[1]
              AND NOT list_contains(s.key_images, m.key_image))
      ),
      possible AS (
        SELECT 'xmr' AS chain, ring_id AS spend, tx_id AS tx, height, output,
          1.0::DOUBLE / count(*) OVER (PARTITION BY ring_id) AS weight
        FROM remaining
        UNION ALL
        SELECT 'btc', input_id, tx_id, height, output_id, 1.0::DOUBLE FROM btc.inputs
      ),
      """;

  static final String ERAS =
      GRAPH
          + """
          first AS (
            SELECT chain, era, min(height) AS height, max(height) AS last,
              strftime(min(time), '%Y-%m-%d') AS day, count(*) AS blocks
            FROM blocks GROUP BY chain, era
          )
          SELECT f.chain, f.era, f.height, f.day, f.blocks,
            (SELECT count(*) FROM made m
             WHERE m.chain = f.chain AND m.height BETWEEN f.height AND f.last),
            (SELECT count(*) FROM made m WHERE m.chain = f.chain AND m.height <= f.last)
          FROM first f
          """;

  static final String ANONYMITY_SETS =
      GRAPH
          + """
          sizes AS (
            SELECT chain, spend, height, count(*) AS candidates,
              -sum(weight * log2(weight)) AS bits
            FROM possible GROUP BY chain, spend, height
          )
          SELECT chain, kind, period, count(*), avg(candidates), min(candidates), max(candidates),
            avg(pow(2, bits)), avg(bits)
          FROM sizes JOIN periods USING (chain, height) GROUP BY chain, kind, period
          """;

  static final String PROVEN_SHARE =
      GRAPH
          + """
          sizes AS (
            SELECT chain, spend, height, max(weight) = 1 AS known
            FROM possible GROUP BY chain, spend, height
          )
          SELECT chain, kind, period, count(*), count(*) FILTER (known), avg(known::INTEGER)
          FROM sizes JOIN periods USING (chain, height) GROUP BY chain, kind, period
          """;

  /** Walked from each spend on its own. */
  static String origins(int hops) {
    return GRAPH
        + """
        walk AS (
          SELECT chain, spend AS unit, height, 1 AS hop, output FROM possible
          UNION
          SELECT w.chain, w.unit, w.height, w.hop + 1, coalesce(p.output, w.output)
          FROM walk w
          LEFT JOIN made m ON m.chain = w.chain AND m.output = w.output
          LEFT JOIN possible p ON p.chain = w.chain AND p.tx = m.tx
          WHERE w.hop < %d
        ),
        """
            .formatted(hops)
        + WALKED;
  }

  /** Walked from each output on its own. */
  static String destinations(int hops) {
    return GRAPH
        + """
        steps AS (
          SELECT p.chain, p.output, m.output AS onward
          FROM possible p JOIN made m ON m.chain = p.chain AND m.tx = p.tx
          UNION
          SELECT chain, output, output FROM made m
          WHERE NOT EXISTS (
            SELECT 1 FROM possible p
            WHERE p.chain = m.chain AND p.output = m.output AND p.weight = 1)
        ),
        walk AS (
          SELECT chain, output AS unit, height, 0 AS hop, output FROM made
          UNION
          SELECT w.chain, w.unit, w.height, w.hop + 1, s.onward
          FROM walk w JOIN steps s ON s.chain = w.chain AND s.output = w.output
          WHERE w.hop < %d
        ),
        """
            .formatted(hops)
        + WALKED;
  }

  private static final String WALKED =
      """
      found AS (
        SELECT chain, unit, height, hop, count(DISTINCT output) AS outputs
        FROM walk WHERE hop > 0 GROUP BY chain, unit, height, hop
      )
      SELECT chain, kind, period, hop, count(*), avg(outputs), max(outputs), true
      FROM found JOIN periods USING (chain, height) GROUP BY chain, kind, period, hop
      """;

  private Twins() {}
}
