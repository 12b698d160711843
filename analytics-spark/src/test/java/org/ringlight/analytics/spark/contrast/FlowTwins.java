package org.ringlight.analytics.spark.contrast;

/** Flows asked of DuckDB: every consistent world is written down and followed on its own. */
final class FlowTwins {

  /** Sources and labels, resolved by name; days by the calendar. */
  private static final String MARKED =
      Twins.GRAPH.replace("%", "%%")
          + """
          dates AS (
            SELECT m.chain, m.output, time::DATE AS date
            FROM made m JOIN blocks b ON b.chain = m.chain AND b.height = m.height
          ),
          sources AS (SELECT 'xmr' AS chain, unnest([%1$s]) AS output),
          labels AS (SELECT 'xmr' AS chain, unnest([%2$s]) AS output),
          begin AS (SELECT min(date) AS date FROM dates JOIN sources USING (chain, output)),
          cone AS (
            SELECT output, 0 AS hop FROM sources
            UNION
            SELECT m.output, c.hop + 1
            FROM cone c
            JOIN possible p ON p.chain = 'xmr' AND p.output = c.output
            JOIN made m ON m.chain = 'xmr' AND m.tx = p.tx
            WHERE c.hop < %3$d
          ),
          could AS (
            SELECT output, min(hop) AS hop,
              (SELECT greatest(0, d.date - b.date) FROM dates d, begin b
               WHERE d.chain = 'xmr' AND d.output = c.output) AS day
            FROM cone c GROUP BY output
          ),
          hops AS (SELECT unnest(range(%3$d + 1)) AS hop),
          """;

  private static final String WORLDS =
      MARKED
          + """
          numbered AS (
            SELECT spend, tx, row_number() OVER (ORDER BY spend) AS n
            FROM (SELECT DISTINCT spend, tx FROM possible WHERE chain = 'xmr')
          ),
          partial AS (
            SELECT 0::BIGINT AS n, []::BIGINT[] AS spent, 1::DOUBLE AS product
            UNION ALL
            SELECT w.n + 1, list_append(w.spent, p.output), w.product * p.weight
            FROM partial w
            JOIN numbered s ON s.n = w.n + 1
            JOIN possible p ON p.chain = 'xmr' AND p.spend = s.spend
            WHERE NOT list_contains(w.spent, p.output)
          ),
          worlds AS (
            SELECT row_number() OVER () AS world, spent, product / sum(product) OVER () AS share
            FROM partial WHERE n = (SELECT max(n) FROM numbered)
          ),
          chosen AS (
            SELECT world, tx, spent[n] AS output FROM worlds, numbered
          ),
          followed AS (
            SELECT world, output, 0 AS hop FROM worlds, sources
            UNION
            SELECT f.world, m.output, f.hop + 1
            FROM followed f
            JOIN chosen c ON c.world = f.world AND c.output = f.output
            JOIN made m ON m.chain = 'xmr' AND m.tx = c.tx
            WHERE f.hop < %3$d
          ),
          descended AS (
            SELECT world, output, min(hop) AS hop, share
            FROM followed JOIN worlds USING (world) GROUP BY world, output, share
          ),
          """;

  private static final String REACH =
      WORLDS
          + """
          hits AS (
            SELECT h.hop, sum(share) AS probability
            FROM hops h, worlds w
            WHERE EXISTS (
              SELECT 1 FROM descended d JOIN labels l ON l.output = d.output
              WHERE d.world = w.world AND d.hop <= h.hop)
            GROUP BY h.hop
          )
          SELECT h.hop, coalesce(any_value(t.probability), 0), sum(d.share)
          FROM hops h JOIN descended d ON d.hop <= h.hop LEFT JOIN hits t ON t.hop = h.hop
          GROUP BY h.hop ORDER BY h.hop
          """;

  private static final String PURITY =
      WORLDS
          + """
          days AS (SELECT DISTINCT day FROM could)
          SELECT a.day, (SELECT count(*) FROM could c WHERE c.day <= a.day),
            (SELECT sum(d.share) FROM descended d JOIN could c USING (output)
             WHERE c.day <= a.day)
          FROM days a ORDER BY a.day
          """;

  private static final String POISON =
      MARKED
          + """
          unused AS (SELECT 1)
          SELECT 'xmr', 'theft', h.hop, count(*), count(DISTINCT m.tx) FILTER (c.hop > 0)
          FROM hops h JOIN could c ON c.hop <= h.hop
          JOIN made m ON m.chain = 'xmr' AND m.output = c.output
          GROUP BY h.hop
          """;

  /** {@code hop, probability, expected}. */
  static String reach(String sources, String labels, int hops) {
    return REACH.formatted(sources, labels, hops);
  }

  /** {@code day, possible, expected}. */
  static String purity(String sources, String labels, int hops) {
    return PURITY.formatted(sources, labels, hops);
  }

  /** The rows of {@link PoisonBound} for a flow named theft. */
  static String poison(String sources, int hops) {
    return POISON.formatted(sources, "0", hops);
  }

  private FlowTwins() {}
}
