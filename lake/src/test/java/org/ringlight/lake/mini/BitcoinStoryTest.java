package org.ringlight.lake.mini;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.BitcoinBlockRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.lake.table.Namespace;

class BitcoinStoryTest {

  @Test
  void everyPaymentBalancesAndLeavesTheSameFee(@TempDir Path folder) {
    BitcoinStory story = BitcoinStory.tell();
    List<BitcoinTransactionRow> payments = new ArrayList<>();
    long transactions = 0;
    try (Lake lake = Lake.open(folder)) {
      story.chain().writeTo(lake);
      try (Snapshot tables = lake.current(Namespace.BTC).orElseThrow();
          Rows<BitcoinTransactionRow> rows = tables.scan(BitcoinTransactionRow.TABLE)) {
        while (rows.hasNext()) {
          BitcoinTransactionRow row = rows.next();
          transactions++;
          if (!row.coinbase()) {
            payments.add(row);
          }
        }
        assertThat(tables.count(BitcoinBlockRow.TABLE)).isEqualTo(16);
      }
    }
    assertThat(transactions).isEqualTo(25);
    assertThat(payments)
        .hasSize(9)
        .extracting(BitcoinTransactionRow::fee)
        .containsOnly(BitcoinStory.FEE);
    assertThat(story.chain().height()).isEqualTo(15);
  }
}
