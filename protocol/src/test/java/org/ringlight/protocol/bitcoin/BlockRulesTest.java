package org.ringlight.protocol.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.TxHash;

class BlockRulesTest {

  private static final long HEIGHT = 500_000;
  private static final Hash DIGEST = Hash.parse("ab".repeat(32));
  private static final TxHash NO_TX = TxHash.of(new byte[32]);

  private static BitcoinTransaction transaction(int id, boolean coinbase, long... values) {
    byte[] hash = new byte[32];
    hash[0] = (byte) id;
    TxHash spent = coinbase ? NO_TX : TxHash.parse("01".repeat(32));
    List<BitcoinOutput> outputs = new ArrayList<>();
    for (long value : values) {
      outputs.add(output(value, "51"));
    }
    return new BitcoinTransaction(
        TxHash.of(hash),
        1,
        0,
        List.of(new BitcoinInput(spent, coinbase ? BitcoinInput.NO_INDEX : 0, 0, true, null)),
        outputs,
        100,
        400);
  }

  private static BitcoinOutput output(long value, String script) {
    byte[] bytes = HexFormat.of().parseHex(script);
    return new BitcoinOutput(value, bytes, OutputScripts.payee(bytes));
  }

  private static BitcoinTransaction committing(BitcoinTransaction coinbase, Hash digest) {
    List<BitcoinOutput> outputs = new ArrayList<>(coinbase.outputs());
    outputs.add(output(0, "6a24aa21a9ed" + digest));
    return new BitcoinTransaction(coinbase.hash(), 1, 0, coinbase.inputs(), outputs, 100, 400);
  }

  private static BitcoinBlock block(
      String coinbaseScript, @Nullable Hash digest, int weight, BitcoinTransaction... all) {
    byte[] hashes = new byte[32 * all.length];
    for (int i = 0; i < all.length; i++) {
      System.arraycopy(DoubleSha256.reversed(all[i].hash().toBytes()), 0, hashes, 32 * i, 32);
    }
    byte[] root = MerkleRoot.of(hashes, new DoubleSha256());
    Hash shown = root == null ? DIGEST : Hash.of(DoubleSha256.reversed(root));
    BlockHash previous = BlockHash.parse("02".repeat(32));
    return new BitcoinBlock(
        BlockHash.parse("03".repeat(32)),
        new BitcoinHeader(4, previous, shown, 0, 0x1d00_ffffL, 0),
        List.of(all),
        Bytes.of(HexFormat.of().parseHex(coinbaseScript)),
        digest,
        1000,
        weight);
  }

  private static BitcoinBlock plain(BitcoinTransaction... all) {
    return block("0320a10700", null, 4000, all);
  }

  private static void isRefused(BitcoinBlock block, String why) {
    assertThatThrownBy(() -> BlockRules.check(block, HEIGHT, BitcoinNetwork.MAINNET))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining(why)
        .hasMessageContaining("height 500000");
  }

  private static final BitcoinTransaction COINBASE = transaction(1, true, 50);

  @Test
  void aBlockThatKeepsTheRulesIsTaken() {
    BlockRules.check(
        plain(COINBASE, transaction(2, false, 7, 8), transaction(3, false, 9)),
        HEIGHT,
        BitcoinNetwork.MAINNET);
    BlockRules.check(
        block("0320a107", DIGEST, 3900, committing(COINBASE, DIGEST)),
        HEIGHT,
        BitcoinNetwork.MAINNET);
  }

  @Test
  void theCoinbaseIsFirstAndOnly() {
    isRefused(plain(transaction(2, false, 7)), "first transaction is no coinbase");
    isRefused(plain(COINBASE, transaction(2, true, 7)), "makes coins of nothing");
    isRefused(block("03", null, 4000, COINBASE), "a script of 1 bytes");
  }

  @Test
  void aTransactionTwiceInARowIsNotTheBlockItsRootNames() {
    BitcoinTransaction twice = transaction(3, false, 9);
    isRefused(plain(COINBASE, transaction(2, false, 7), twice, twice), "twice in a row");
    BitcoinTransaction[] pairTwice = new BitcoinTransaction[8];
    for (int i = 0; i < pairTwice.length; i++) {
      pairTwice[i] = i == 0 ? COINBASE : transaction(i < 6 ? i + 1 : i - 1, false, 7);
    }
    isRefused(plain(pairTwice), "CVE-2012-2459");
  }

  @Test
  void anotherRootIsRefused() {
    BitcoinBlock good = plain(COINBASE);
    BitcoinBlock other =
        new BitcoinBlock(
            good.hash(),
            good.header(),
            List.of(transaction(9, true, 50)),
            good.coinbaseScript(),
            null,
            1000,
            4000);
    isRefused(other, "merkle root");
  }

  @Test
  void valuesAreCoinsThatThereAre() {
    isRefused(plain(COINBASE, transaction(2, false, -1)), "pays -1 satoshi");
    isRefused(plain(COINBASE, transaction(2, false, BlockRules.ALL_COINS + 1)), "satoshi");
    isRefused(
        plain(COINBASE, transaction(2, false, BlockRules.ALL_COINS, 1)), "more coins than there");
  }

  @Test
  void theCoinbaseBeginsWithItsHeight() {
    isRefused(block("0321a10700", null, 4000, COINBASE), "BIP 34");
    isRefused(block("0420a1070000", null, 4000, COINBASE), "BIP 34");
    BlockRules.check(block("0321a107", null, 4000, COINBASE), 227_930, BitcoinNetwork.MAINNET);
    BlockRules.check(block("5100", null, 4000, COINBASE), 1, BitcoinNetwork.SIGNET);
    BlockRules.check(block("0111", null, 4000, COINBASE), 17, BitcoinNetwork.SIGNET);
    BlockRules.check(block("028000", null, 4000, COINBASE), 128, BitcoinNetwork.SIGNET);
  }

  @Test
  void witnessesAreThoseCommittedTo() {
    isRefused(block("0320a107", null, 3900, COINBASE), "does not commit to");
    isRefused(block("0320a107", DIGEST, 3900, COINBASE), "does not commit to");
    Hash other = Hash.parse("cd".repeat(32));
    isRefused(block("0320a107", other, 3900, committing(COINBASE, DIGEST)), "not those");
    isRefused(block("0320a107", null, 4000, committing(COINBASE, DIGEST)), "reserved value");
    BlockRules.check(
        block("0320a107", DIGEST, 3900, committing(committing(COINBASE, other), DIGEST)),
        HEIGHT,
        BitcoinNetwork.MAINNET);
  }

  @Test
  void theSubsidyHalves() {
    assertThat(BlockRules.subsidy(0, BitcoinNetwork.MAINNET)).isEqualTo(5_000_000_000L);
    assertThat(BlockRules.subsidy(209_999, BitcoinNetwork.MAINNET)).isEqualTo(5_000_000_000L);
    assertThat(BlockRules.subsidy(840_000, BitcoinNetwork.MAINNET)).isEqualTo(312_500_000L);
    assertThat(BlockRules.subsidy(150, BitcoinNetwork.REGTEST)).isEqualTo(2_500_000_000L);
    assertThat(BlockRules.subsidy(64L * 210_000, BitcoinNetwork.MAINNET)).isZero();
    long all = 0;
    for (long halving = 0; halving < 64; halving++) {
      all += 210_000 * BlockRules.subsidy(halving * 210_000, BitcoinNetwork.MAINNET);
    }
    assertThat(all).isEqualTo(2_099_999_997_690_000L);
  }

  @Test
  void theCoinbasePaysNoMoreThanSubsidyAndFees() {
    long subsidy = BlockRules.subsidy(HEIGHT, BitcoinNetwork.MAINNET);
    BitcoinBlock block = plain(transaction(1, true, subsidy, 10));
    BlockRules.checkReward(block, HEIGHT, 10, BitcoinNetwork.MAINNET);
    assertThatThrownBy(() -> BlockRules.checkReward(block, HEIGHT, 9, BitcoinNetwork.MAINNET))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("subsidy and fees are " + (subsidy + 9));
  }
}
