package org.ringlight.analytics.spark.contrast;

/**
 * Value asked of DuckDB: a haircut is linear, so each way that value takes is walked on its own.
 */
final class ValueTwins {

  private static final String EXPOSURE =
      Twins.GRAPH.replace("%", "%%")
          + """
          coins AS (SELECT output, tx, value::DOUBLE AS value FROM made WHERE chain = 'btc'),
          spends AS (SELECT output, tx FROM possible WHERE chain = 'btc'),
          sources AS (SELECT output, value FROM coins WHERE tx = %1$d),
          labels AS (SELECT output FROM coins WHERE tx = %2$d),
          steps AS (
            SELECT output, 0 AS hop FROM sources
            UNION
            SELECT c.output, t.hop + 1
            FROM steps t JOIN spends s ON s.output = t.output JOIN coins c ON c.tx = s.tx
            WHERE t.hop < %3$d
          ),
          cone AS (SELECT output, min(hop) AS hop FROM steps GROUP BY output),
          followed AS (
            SELECT DISTINCT c.tx FROM cone JOIN coins c USING (output) WHERE cone.hop > 0
          ),
          totals AS (
            SELECT s.tx AS tx, sum(c.value) AS total
            FROM spends s JOIN coins c USING (output) JOIN followed f ON f.tx = s.tx GROUP BY s.tx
          ),
          ways AS (
            SELECT output, value AS amount FROM sources
            UNION ALL
            SELECT c.output, w.amount * c.value / t.total
            FROM ways w
            JOIN spends s ON s.output = w.output
            JOIN totals t ON t.tx = s.tx
            JOIN coins c ON c.tx = s.tx
            WHERE w.output NOT IN (SELECT output FROM labels)
          ),
          lies AS (
            SELECT output, sum(amount) / (SELECT sum(value) FROM sources) AS share
            FROM ways GROUP BY output
          )
          SELECT
            coalesce(sum(share) FILTER (l.output IS NOT NULL AND cone.hop = 1), 0),
            coalesce(sum(share) FILTER (l.output IS NOT NULL AND cone.hop > 1), 0),
            coalesce(sum(share) FILTER (
              l.output IS NULL AND NOT EXISTS (
                SELECT 1 FROM spends s JOIN followed f ON f.tx = s.tx
                WHERE s.output = lies.output)), 0)
          FROM lies JOIN cone USING (output) LEFT JOIN labels l ON l.output = lies.output
          """;

  private ValueTwins() {}

  /**
   * {@code direct, indirect, unattributed} of what a Bitcoin transaction made, with another one's
   * outputs for labels, by haircut.
   */
  static String exposure(int source, int label, int hops) {
    return EXPOSURE.formatted(source, label, hops);
  }
}
