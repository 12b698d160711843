package org.ringlight.indexer.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinOutputRow;

/** Coinbases that repeat an earlier one (BIP 30), on a network that allows none. */
class DuplicatesTest {

  private static final long VALUE = 1_00000000L;

  @TempDir Path folder;

  private final BitcoinFolder data() {
    return new BitcoinFolder(folder.resolve("data"));
  }

  private static MadeTransaction coinbase(MadeChain chain, int outputs) {
    MadeTransaction made = MadeTransaction.coinbase(7, 7, List.of());
    for (int i = 0; i < outputs; i++) {
      made.pay(VALUE, chain.scripts().script(MadeScripts.Kind.P2PKH));
    }
    return made;
  }

  private static MadeTransaction spend(MadeChain chain, MadeTransaction of, int index) {
    MadeTransaction made = new MadeTransaction();
    chain.scripts().spend(made, new MadeChain.Coin(of.id(), index, VALUE, MadeScripts.Kind.P2PKH));
    return made.pay(VALUE, chain.scripts().script(MadeScripts.Kind.P2WPKH));
  }

  @Test
  void oneWhoseOutputIsUnspentIsRefused() {
    MadeChain chain = new MadeChain(1);
    MadeTransaction coinbase = coinbase(chain, 1);
    MadeSource source = new MadeSource(chain.mine(coinbase).mine(coinbase));
    assertThatThrownBy(() -> data().index(source))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("BIP 30")
        .hasMessageContaining("height 2");
    assertThat(data().height()).isEqualTo(1);
  }

  @Test
  void oneWhoseFirstOutputAloneIsSpentIsRefused() {
    MadeChain chain = new MadeChain(2);
    MadeTransaction coinbase = coinbase(chain, 2);
    chain.mine(coinbase).mine(List.of(spend(chain, coinbase, 0)), 0);
    MadeSource source = new MadeSource(chain.mine(coinbase));
    assertThatThrownBy(() -> data().index(source))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("BIP 30")
        .hasMessageContaining("height 3");
  }

  @Test
  void aPaymentWhoseOutputIsUnspentIsRefused() {
    MadeChain chain = new MadeChain(3);
    MadeTransaction coinbase = coinbase(chain, 1);
    MadeTransaction payment = spend(chain, coinbase, 0);
    chain.mine(coinbase).mine(List.of(payment), 0).mine(coinbase).mine(List.of(payment), 0);
    assertThatThrownBy(() -> data().index(new MadeSource(chain)))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("BIP 30")
        .hasMessageContaining("height 4");
  }

  @Test
  void oneWhoseOutputsAreSpentIsTaken() {
    MadeChain chain = new MadeChain(4);
    MadeTransaction coinbase = coinbase(chain, 2);
    chain.mine(coinbase);
    chain.mine(List.of(spend(chain, coinbase, 0), spend(chain, coinbase, 1)), 0);
    chain.mine(coinbase).mine(List.of(spend(chain, coinbase, 1)), 0);
    MadeSource source = new MadeSource(chain);
    IndexReport report = data().index(source);
    assertThat(report.blocks()).isEqualTo(5);
    assertThat(data().check(source).problems()).isEmpty();
    List<BitcoinOutputRow> made =
        data().rows(BitcoinOutputRow.TABLE).stream()
            .filter(row -> row.height() == 3 && row.indexInTx() == 1)
            .toList();
    assertThat(data().rows(BitcoinInputRow.TABLE))
        .filteredOn(row -> row.height() == 4)
        .singleElement()
        .satisfies(row -> assertThat(row.outputId()).isEqualTo(made.get(0).outputId()));
  }

  @Test
  void whatARefusedOneTookThePlaceOfComesBackWithAReorganisation() {
    MadeChain first = new MadeChain(5);
    MadeTransaction coinbase = coinbase(first, 1);
    first.mine(coinbase);
    MadeChain taken = first.branch(6);
    MadeSource source = new MadeSource(first.mine(coinbase));
    IndexReport report = data().index(source, BitcoinFolder.QUARANTINING);
    assertThat(report.quarantined()).isEqualTo(1);
    taken.grow(1, 0).mine(List.of(spend(taken, coinbase, 0)), 0);
    source.goOverTo(taken);
    data().index(source);
    assertThat(data().check(source).problems()).isEmpty();
    BitcoinFolder fresh = new BitcoinFolder(folder.resolve("fresh"));
    fresh.index(source);
    assertThat(data().digest()).isEqualTo(fresh.digest());
  }
}
