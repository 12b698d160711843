package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.BlockRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OutputRow;
import org.ringlight.lake.table.RingRow;
import org.ringlight.lake.table.TransactionRow;
import org.ringlight.protocol.BlockHash;

/**
 * Looks at the tables of a {@link SampleChain} again and again while somebody writes, and checks
 * each time that all tables are of one commit. Also a process of its own.
 */
final class Reading {

  private Reading() {}

  /** Reads {@code data} so many times; exits with 1 and the reason at the first torn read. */
  public static void main(String[] args) throws SQLException {
    try (Lake lake = Lake.open(Path.of(args[0]))) {
      for (int i = 0; i < Integer.parseInt(args[1]); i++) {
        rows(lake);
      }
      for (int i = 0; i < Integer.parseInt(args[2]); i++) {
        sql(lake);
      }
    }
    System.out.println("read");
  }

  /** Reads every row of the newest commit. */
  static void rows(Lake lake) {
    try (Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      Tip tip = tables.tip();
      long blocks = tip.height() + 1;
      assertThat(tables.count(TransactionRow.TABLE)).isEqualTo(2 * blocks);
      assertThat(tables.count(RingRow.TABLE)).isEqualTo(blocks);
      long height = 0;
      try (Rows<BlockRow> rows = tables.scan(BlockRow.TABLE)) {
        BlockHash last = BlockHash.of(new byte[BlockHash.LENGTH]);
        while (rows.hasNext()) {
          BlockRow row = rows.next();
          assertThat(row.height()).isEqualTo(height++);
          assertThat(row.previousHash()).isEqualTo(last);
          last = row.hash();
        }
        assertThat(last).isEqualTo(tip.hash());
      }
      assertThat(height).isEqualTo(blocks);
      long output = 0;
      try (Rows<OutputRow> rows = tables.scan(OutputRow.TABLE)) {
        while (rows.hasNext()) {
          assertThat(rows.next().outputId()).isEqualTo(output++);
        }
      }
      assertThat(output).isEqualTo(4 * blocks);
    }
  }

  /** The same through SQL. */
  static void sql(Lake lake) throws SQLException {
    try (SqlSession session = Sql.open(lake);
        Statement statement = session.connection().createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT (SELECT count(*) FROM xmr.blocks), (SELECT count(*) FROM"
                    + " xmr.transactions), (SELECT max(output_id) FROM xmr.outputs), (SELECT"
                    + " count(*) FROM xmr.rings), (SELECT lhex(arg_max(hash, height)) FROM"
                    + " xmr.blocks)")) {
      Tip tip = session.snapshot(Namespace.XMR).orElseThrow().tip();
      long blocks = tip.height() + 1;
      assertThat(row.next()).isTrue();
      assertThat(row.getLong(1)).isEqualTo(blocks);
      assertThat(row.getLong(2)).isEqualTo(2 * blocks);
      assertThat(row.getLong(3)).isEqualTo(4 * blocks - 1);
      assertThat(row.getLong(4)).isEqualTo(blocks);
      assertThat(row.getString(5)).isEqualTo(tip.hash().toString());
    }
  }
}
