package org.ringlight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.iceberg.Warehouse;
import org.ringlight.lake.table.Namespace;
import org.ringlight.lake.table.TipRow;

class TipTest {

  private static final SampleChain CHAIN = new SampleChain(0);

  @Test
  void summaryAndRowSayTheSame(@TempDir Path folder) {
    try (Lake lake = Lake.open(folder);
        Writer writer = lake.writer(Namespace.XMR)) {
      CHAIN.commit(writer, 0, 3);
      Tip made = CHAIN.commit(writer, 4, 9);
      assertThat(Tip.of(made.row())).isEqualTo(made);
      assertThat(TipSummary.read(TipSummary.write(made))).isEqualTo(Optional.of(made));
      assertThat(lake.tip(Namespace.XMR)).isEqualTo(Optional.of(made));
      assertThat(lake.tips(Namespace.XMR)).hasSize(2).endsWith(made);
    }
  }

  @Test
  void newestRowIsReadWhereTheSummaryHasNoTip(@TempDir Path folder) {
    try (Lake lake = Lake.open(folder)) {
      Tip made;
      try (Writer writer = lake.writer(Namespace.XMR)) {
        CHAIN.commit(writer, 0, 3);
        made = CHAIN.commit(writer, 4, 9);
      }
      try (Warehouse warehouse = new Warehouse(folder, new LocalFiles())) {
        // what a compaction leaves: a snapshot of its own, without the property
        warehouse.find(TipRow.table(Namespace.XMR)).orElseThrow().newAppend().commit();
      }
      assertThat(lake.tip(Namespace.XMR)).isEqualTo(Optional.of(made));
    }
  }
}
