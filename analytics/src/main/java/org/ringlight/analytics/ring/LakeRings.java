package org.ringlight.analytics.ring;

import java.util.function.Consumer;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.OlderOutputRow;
import org.ringlight.lake.table.RingRow;

/**
 * The rings of {@code xmr.rings} as one tip left them, read file by file: what is in memory is a
 * row group and the {@link BlockIndex}, whatever the number of rings.
 */
public final class LakeRings implements Rings {

  private final Snapshot tables;
  private final BlockIndex blocks;
  private final OlderHeights older;

  private LakeRings(Snapshot tables, BlockIndex blocks, OlderHeights older) {
    this.tables = tables;
    this.blocks = blocks;
    this.older = older;
  }

  /**
   * The rings that {@code session}, opened without a height, looks at; good until it is closed.
   *
   * @throws ConfigurationInvalid where no chain is indexed
   */
  public static LakeRings of(SqlSession session) {
    Snapshot tables =
        session
            .snapshot(Namespace.XMR)
            .orElseThrow(
                () ->
                    new ConfigurationInvalid(
                        "there is no chain in the tables",
                        "namespace " + Namespace.XMR.sqlName(),
                        "index one, or see ringlight demo"));
    return new LakeRings(
        tables,
        BlockIndex.read(session.connection()),
        OlderHeights.read(session.connection(), tables.count(OlderOutputRow.TABLE)));
  }

  @Override
  public long count() {
    return tables.count(RingRow.TABLE);
  }

  @Override
  public long outputCount() {
    return blocks.endOfOutputs();
  }

  @Override
  public void forEach(Consumer<? super Ring> visitor) {
    try (Rows<RingRow> rows = tables.scan(RingRow.TABLE);
        TxHashes hashes = new TxHashes(tables)) {
      TableRing ring = new TableRing(blocks, older, hashes);
      while (rows.hasNext()) {
        ring.moveTo(rows.next());
        visitor.accept(ring);
      }
    }
  }
}
