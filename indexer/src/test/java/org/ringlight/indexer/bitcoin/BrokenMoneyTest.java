package org.ringlight.indexer.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.indexer.pipeline.Unreadable;
import org.ringlight.lake.table.BitcoinQuarantineRow;
import org.ringlight.protocol.bitcoin.BlockRules;

/** Transactions that spend what nobody has: the sums stay sums, and what is kept is bounded. */
class BrokenMoneyTest {

  private static final long START = 31;

  private static final Indexing SLICE = Indexing.everything().startingAt(START);

  @TempDir Path folder;

  private MadeChain chain;
  private MadeTransaction first;
  private MadeTransaction second;

  private BitcoinFolder data() {
    return new BitcoinFolder(folder.resolve("data"));
  }

  /** Two payments of all coins there can be, out of what is older than the slice. */
  @BeforeEach
  void tellTheChain() {
    chain = new MadeChain(1).grow((int) START - 1, 0);
    first = allCoins(chain.coins().get(0));
    second = allCoins(chain.coins().get(1));
    chain.mine(List.of(first, second), 0);
  }

  private MadeTransaction allCoins(MadeChain.Coin coin) {
    MadeTransaction made = new MadeTransaction();
    chain.scripts().spend(made, coin);
    return made.pay(BlockRules.ALL_COINS, chain.scripts().script(MadeScripts.Kind.P2PKH));
  }

  private MadeTransaction spending(long pays, MadeTransaction... paid) {
    MadeTransaction made = new MadeTransaction();
    for (MadeTransaction one : paid) {
      chain
          .scripts()
          .spend(
              made, new MadeChain.Coin(one.id(), 0, BlockRules.ALL_COINS, MadeScripts.Kind.P2PKH));
    }
    return made.pay(pays, chain.scripts().script(MadeScripts.Kind.P2PKH));
  }

  @Test
  void oneThatSpendsMoreThanAllCoinsIsRefused() {
    chain.mine(List.of(spending(BlockRules.ALL_COINS, first, second)), 0);
    MadeSource source = new MadeSource(chain);
    assertThatThrownBy(() -> data().index(source, SLICE))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("it spends more coins than there are")
        .hasMessageContaining("height 32");

    data()
        .index(source, new Indexing(SLICE.from(), SLICE.to(), Unreadable.QUARANTINE, SLICE.deep()));
    assertThat(data().rows(BitcoinQuarantineRow.TABLE)).hasSize(1);
    assertThat(data().check(source).problems()).isEmpty();
  }

  @Test
  void feesOfMoreThanAllCoinsAreRefused() {
    chain.mine(List.of(spending(0, first), spending(1, second)), 0);
    assertThatThrownBy(() -> data().index(new MadeSource(chain), SLICE))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("fees are more coins than there are")
        .hasMessageContaining("height 32");
  }

  @Test
  void oneWithManyWrongInputsIsKeptOnce() {
    MadeChain whole = new MadeChain(2).grow(10, 0);
    MadeTransaction wrong = new MadeTransaction();
    byte[] nowhere = MadeTransaction.hash(new byte[0]);
    for (int i = 0; i < 50; i++) {
      whole.scripts().spend(wrong, new MadeChain.Coin(nowhere, i, 1, MadeScripts.Kind.P2PKH));
    }
    wrong.pay(1, whole.scripts().script(MadeScripts.Kind.P2PKH));
    whole.mine(List.of(wrong), 0);
    MadeSource source = new MadeSource(whole);
    assertThat(data().index(source, BitcoinFolder.QUARANTINING).quarantined()).isEqualTo(1);
    assertThat(data().rows(BitcoinQuarantineRow.TABLE))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.bytes()).isEqualTo(wrong.bytes());
              assertThat(row.reason()).contains("input 0 spends").contains("not there");
            });
    assertThat(data().check(source).problems()).isEmpty();
  }
}
