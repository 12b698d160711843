package org.ringlight.indexer.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.RowDigest;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.indexer.verify.BitcoinCheckReport;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinInputRow;
import org.ringlight.lake.table.BitcoinQuarantineRow;
import org.ringlight.protocol.bitcoin.BlockRules;

class BitcoinIndexTest {

  @TempDir Path folder;

  private BitcoinFolder data(String name) {
    return new BitcoinFolder(folder.resolve(name));
  }

  @Test
  void aChainOfAllKindsOfScriptsIsIndexedAndProvesItself() {
    MadeChain chain = new MadeChain(1).grow(200, 12);
    MadeSource source = new MadeSource(chain);
    IndexReport report = data("a").index(source);
    assertThat(report.blocks()).isEqualTo(201);
    assertThat(report.tipHash()).isEqualTo(chain.hash(200));
    BitcoinCheckReport check = data("a").check(source);
    assertThat(check.problems()).isEmpty();
    assertThat(check.transactions()).isEqualTo(report.transactions());
    assertThat(check.unspent()).hasValue(150 * 50_00000000L + 51 * 25_00000000L);
    assertThat(check.inputs()).isGreaterThan(1_000);
    assertThat(data("a").rows(BitcoinAddressRow.TABLE))
        .extracting(BitcoinAddressRow::scriptType)
        .contains("p2pk", "p2pkh", "p2sh", "p2wpkh", "p2wsh", "p2tr")
        .doesNotContain("multisig", "null_data");
  }

  @Test
  void aRunThatGoesOnAtAnyHeightGivesTheSameTables() {
    MadeChain chain = new MadeChain(2).grow(24, 8);
    MadeSource source = new MadeSource(chain);
    data("whole").index(source);
    RowDigest whole = data("whole").digest();
    for (long height = 0; height <= 24; height++) {
      data("steps").indexTo(source, height);
    }
    assertThat(data("steps").digest()).isEqualTo(whole);
    assertThat(data("steps").check(source).problems()).isEmpty();
  }

  @Test
  void aBranchThatWasLeftIsAsIfNeverSeen() {
    for (int depth : List.of(1, 2, 3, 7, 20)) {
      MadeChain first = new MadeChain(depth).grow(40, 6);
      MadeChain left = first.branch(100).grow(depth, 9);
      MadeChain taken = first.branch(200).grow(depth + 1, 9);
      MadeSource source = new MadeSource(left);
      BitcoinFolder both = data("both-" + depth);
      both.index(source);
      source.goOverTo(taken);
      IndexReport report = both.index(source);
      assertThat(report.rolledBack()).isEqualTo(depth);
      taken.grow(5, 9);
      both.index(source);
      BitcoinFolder one = data("one-" + depth);
      one.index(source);
      assertThat(both.digest()).isEqualTo(one.digest());
      assertThat(both.check(source).problems()).isEmpty();
    }
  }

  @Test
  void aBranchOfTheSameLengthIsNotFollowed() {
    MadeChain first = new MadeChain(9).grow(10, 3);
    MadeChain other = first.branch(5).grow(2, 3);
    MadeSource source = new MadeSource(first.grow(2, 3));
    data("a").index(source);
    RowDigest before = data("a").digest();
    source.goOverTo(other);
    assertThat(data("a").index(source).blocks()).isZero();
    assertThat(data("a").digest()).isEqualTo(before);
  }

  @Test
  void forBytesThatAreNoBlocksNothingIsGivenUp() {
    MadeChain first = new MadeChain(3).grow(20, 4);
    MadeSource source = new MadeSource(first.branch(1).grow(2, 4));
    data("a").index(source);
    RowDigest before = data("a").digest();
    source.goOverTo(first.branch(2).grow(3, 4));
    byte[] noTarget = new byte[Integer.BYTES];
    for (UnaryOperator<byte[]> lie :
        List.<UnaryOperator<byte[]>>of(
            block -> Arrays.copyOf(block, 40),
            block -> {
              byte[] changed = block.clone();
              System.arraycopy(noTarget, 0, changed, 72, noTarget.length);
              return changed;
            })) {
      source.sends(lie);
      assertThatThrownBy(() -> data("a").index(source))
          .isInstanceOf(DataInvalid.class)
          .hasMessageContaining("height 21");
      assertThat(data("a").digest()).isEqualTo(before);
    }
  }

  @Test
  void aChangedTransactionIsRefusedAndItsHeightSaidOnce() {
    MadeSource source = new MadeSource(new MadeChain(4).grow(5, 4));
    source.sends(
        block -> {
          byte[] changed = block.clone();
          changed[changed.length - 1] ^= 1; // the last lock time
          return changed;
        });
    assertThatThrownBy(() -> data("a").index(source))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("merkle root")
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).split("height", -1)).hasSize(2));
  }

  @Test
  void aCoinSpentTwiceIsRefusedAndWhatCameBeforeIsKept() {
    MadeChain chain = new MadeChain(3).grow(30, 4);
    MadeChain.Coin coin = chain.coins().get(0);
    MadeTransaction once = spend(chain, coin);
    MadeTransaction twice = spend(chain, coin);
    chain.mine(List.of(once), 1_00000000L);
    chain.mine(List.of(twice), 1_00000000L);
    MadeSource source = new MadeSource(chain);
    assertThatThrownBy(() -> data("a").index(source))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("which is not there or was spent before")
        .hasMessageContaining("height 32");
    assertThat(data("a").height()).isEqualTo(31);
    assertThat(data("a").check(source).problems()).isEmpty();

    IndexReport report = data("a").index(source, BitcoinFolder.QUARANTINING);
    assertThat(report.quarantined()).isEqualTo(1);
    assertThat(data("a").rows(BitcoinQuarantineRow.TABLE))
        .singleElement()
        .satisfies(row -> assertThat(row.bytes()).isEqualTo(twice.bytes()));
    assertThat(data("a").check(source).problems()).isEmpty();
  }

  private static MadeTransaction spend(MadeChain chain, MadeChain.Coin coin) {
    MadeTransaction made = new MadeTransaction();
    chain.scripts().spend(made, coin);
    return made.pay(coin.value(), chain.scripts().script(MadeScripts.Kind.P2PKH));
  }

  @Test
  void moreThanWasSpentIsRefused() {
    MadeChain chain = new MadeChain(4).grow(30, 4);
    MadeTransaction made = new MadeTransaction();
    chain.scripts().spend(made, chain.coins().get(0));
    made.pay(chain.coins().get(0).value() + 1, chain.scripts().script(MadeScripts.Kind.P2TR));
    chain.mine(List.of(made), 0);
    assertThatThrownBy(() -> data("a").index(new MadeSource(chain)))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("spends");
  }

  @Test
  void aCoinbaseThatPaysTooMuchIsRefused() {
    MadeChain chain = new MadeChain(5).grow(3, 0);
    chain.mine(List.of(), BlockRules.subsidy(4, MadeChain.NETWORK) + 1);
    assertThatThrownBy(() -> data("a").index(new MadeSource(chain)))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("coinbase pays");
    assertThat(data("a").height()).isEqualTo(3);
  }

  @Test
  void aSliceLeavesOpenWhatIsOlder() {
    MadeChain chain = new MadeChain(6).grow(60, 8);
    MadeSource source = new MadeSource(chain);
    data("slice").index(source, Indexing.everything().startingAt(40));
    BitcoinCheckReport check = data("slice").check(source);
    assertThat(check.problems()).isEmpty();
    assertThat(check.blocks()).isEqualTo(21);
    assertThat(check.olderInputs()).isPositive();
    assertThat(check.inputs()).isPositive();
    assertThat(check.unspent()).isEmpty();
    assertThat(data("slice").rows(BitcoinInputRow.TABLE))
        .anySatisfy(row -> assertThat(row.outputId()).isNull());
  }
}
