package org.ringlight.analytics.spark.contrast;

/**
 * Value asked of DuckDB, each way that it takes walked on its own: by haircut as a share, which is
 * linear; by FIFO and LIFO as the stretch of satoshi that it is. Where nobody pays a fee.
 */
final class ValueTwins {

  private static final String FOLLOWED =
      Twins.GRAPH.replace("%", "%%")
          + """
          coins AS (SELECT output, tx, value::DOUBLE AS value FROM made WHERE chain = 'btc'),
          spends AS (SELECT output, spend, tx FROM possible WHERE chain = 'btc'),
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
          """;

  private static final String HAIRCUT =
      """
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
      """;

  /** Satoshi {@code low} to {@code high} of an output, the latter excluded. */
  private static final String IN_ORDER =
      """
      paid AS (
        SELECT s.tx, s.output,
          sum(c.value) OVER (PARTITION BY s.tx ORDER BY s.spend %s) - c.value AS first
        FROM spends s JOIN coins c USING (output) JOIN followed f ON f.tx = s.tx
      ),
      bought AS (
        SELECT tx, output, value,
          sum(value) OVER (PARTITION BY tx ORDER BY output) - value AS first
        FROM coins
      ),
      stretches AS (
        SELECT output, 0::DOUBLE AS low, value AS high FROM sources
        UNION ALL
        SELECT b.output, greatest(p.first + w.low, b.first) - b.first,
          least(p.first + w.high, b.first + b.value) - b.first
        FROM stretches w
        JOIN paid p ON p.output = w.output
        JOIN bought b ON b.tx = p.tx
        WHERE w.output NOT IN (SELECT output FROM labels)
          AND greatest(p.first + w.low, b.first) < least(p.first + w.high, b.first + b.value)
      ),
      ways AS (SELECT output, high - low AS amount FROM stretches),
      """;

  private static final String LIES =
      """
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
   * outputs for labels.
   *
   * @param method haircut, fifo or lifo
   */
  static String exposure(String method, int source, int label, int hops) {
    String ways =
        switch (method) {
          case "haircut" -> HAIRCUT;
          case "fifo" -> IN_ORDER.formatted("ASC");
          case "lifo" -> IN_ORDER.formatted("DESC");
          default -> throw new IllegalArgumentException(method);
        };
    return FOLLOWED.formatted(source, label, hops) + ways + LIES;
  }
}
