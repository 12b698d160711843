package org.ringlight.analytics.bitcoin.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Writer;
import org.ringlight.lake.mini.BitcoinChain;
import org.ringlight.lake.sql.Sql;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.lake.table.BitcoinOutputRow;
import org.ringlight.lake.table.BitcoinTransactionRow;
import org.ringlight.lake.table.Namespace;
import org.ringlight.protocol.TxHash;

/** What names stand for. */
class LookupTest {

  private static final TxHash TWICE = BitcoinChain.txHash(7);

  @TempDir Path folder;

  /** Coinbases of four blocks, of which the second and the third have one id (BIP 30). */
  private static void write(Lake lake) {
    try (Writer writer = lake.writer(Namespace.BTC)) {
      writer.claim(new ChainIdentity("mainnet", BitcoinChain.blockHash(0)));
      try (Commit commit = writer.begin()) {
        for (long i = 0; i < 4; i++) {
          TxHash hash = i == 1 || i == 2 ? TWICE : BitcoinChain.txHash(i);
          commit.append(
              BitcoinTransactionRow.TABLE,
              new BitcoinTransactionRow(i, i, 0, hash, true, 1, 0, 0L, 200, 800, 0, 1));
          commit.append(
              BitcoinOutputRow.TABLE,
              new BitcoinOutputRow(i, i, i, 0, 50, null, "nonstandard", new byte[] {1}));
        }
        commit.commit(3, BitcoinChain.blockHash(3));
      }
    }
  }

  @Test
  void ofTwoTransactionsWithOneIdTheLaterIsMeant() {
    try (Lake lake = Lake.open(folder)) {
      write(lake);
      try (SqlSession session = Sql.open(lake)) {
        Lookup lookup = new Lookup(session);
        assertThat(lookup.transaction(TWICE)).isEqualTo(2);
        assertThat(lookup.output(TWICE, 0)).isEqualTo(2);
        assertThat(lookup.transaction(BitcoinChain.txHash(3))).isEqualTo(3);
        assertThatThrownBy(() -> lookup.transaction(BitcoinChain.txHash(1)))
            .isInstanceOf(ConfigurationInvalid.class)
            .hasMessageContaining("no such transaction");
      }
    }
  }
}
