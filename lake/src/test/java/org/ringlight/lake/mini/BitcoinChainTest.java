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
import org.ringlight.lake.mini.BitcoinChain.Made;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.Namespace;

class BitcoinChainTest {

  @Test
  void rowsToldAreRowsRead(@TempDir Path folder) {
    BitcoinChain chain = new BitcoinChain();
    Made coin = chain.mine("miner");
    chain.mine("miner");
    Made payment =
        chain
            .transaction()
            .spend(coin.output(0))
            .pay("alice", 1_000_000)
            .pay("miner", 4_998_990_000L)
            .end();
    try (Lake lake = Lake.open(folder)) {
      chain.writeTo(lake);
      List<BitcoinInputRow> inputs = new ArrayList<>();
      try (Snapshot tables = lake.current(Namespace.BTC).orElseThrow();
          Rows<BitcoinInputRow> rows = tables.scan(BitcoinInputRow.TABLE)) {
        rows.forEachRemaining(inputs::add);
      }
      assertThat(inputs).hasSize(1);
      assertThat(inputs.get(0).txId()).isEqualTo(payment.txId());
      assertThat(inputs.get(0).previousTx()).isEqualTo(coin.hash());
      assertThat(inputs.get(0).addressId()).isEqualTo(chain.addressId("miner"));
    }
  }
}
