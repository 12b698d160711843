package org.ringlight.lake.table;

import java.util.Locale;

/** The page that lists every table and column, made of the descriptions the code works with. */
public final class DataDictionary {

  private static final String HEAD =
      """
      # Data dictionary

      Every table and column, as `ringlight sql` shows them. This page is generated from the tables'
      descriptions in `lake`; do not edit it.

      - Hashes and keys are `BLOB` of 32 bytes. `h('…')` makes one of its hex digits, `lhex(…)` writes one:
        `SELECT height, lhex(hash) FROM xmr.blocks WHERE hash = h('418015bb9ae982a1975da7d79277c2705727a56894ba0fb246adaabb1f4632e3')`
      - Amounts are integers in atomic units (1 XMR = 10^12). A hidden amount is absent (`NULL`), never 0.
      - What is unsigned 64 bits on the chain is `UBIGINT` in SQL and the same 64 bits as a signed `long` in
        the Iceberg tables, which know no unsigned type: there, a negative number stands for itself plus 2^64.
      - `to_timestamp(timestamp)` makes a time of seconds since 1970.
      - Rows are stored in the order of the column a table is sorted by. `--at-height H` shows the rows with
        `height <= H`; of memberships, those of the rings it shows; of the pool, what was decided up to there; of findings, those that rest on no block
        above it.
      """;

  private DataDictionary() {}

  /** The page, as Markdown. */
  public static String markdown() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Namespace namespace : Namespace.values()) {
      page.append("\n## ").append(namespace.sqlName()).append("\n\n");
      page.append(namespace.documentation()).append('\n');
      namespace.tables().forEach(table -> append(page, table));
      append(page, TipRow.table(namespace));
    }
    return page.toString();
  }

  private static void append(StringBuilder page, Table<?> table) {
    page.append("\n### ").append(table.fullName()).append("\n\n");
    page.append(table.documentation()).append(" Sorted by `").append(table.sortedBy());
    page.append(table.cut() == Cut.RING ? "` within each file.\n" : "`.\n");
    page.append("\n| id | column | SQL type | stored as | absent? | unit | what it says |\n");
    page.append("|---|---|---|---|---|---|---|\n");
    for (Column<?> column : table.columns()) {
      page.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s | %s | %s |\n",
              column.type().list() ? column.id() + ", " + column.elementId() : column.id(),
              column.name(),
              column.type().sql(),
              column.type().stored(),
              column.optional() ? "yes" : "",
              column.unit(),
              column.documentation()));
    }
  }
}
