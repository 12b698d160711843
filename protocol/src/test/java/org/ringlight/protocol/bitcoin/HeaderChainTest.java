package org.ringlight.protocol.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.Hash;

class HeaderChainTest {

  private static final BlockHash TIP = BlockHash.parse("00".repeat(31) + "07");
  private static final BlockHash HARD_WORK = BlockHash.parse("00".repeat(31) + "08");
  private static final BlockHash NO_WORK = BlockHash.parse("ff".repeat(32));
  private static final long EASY = 0x1d00_ffffL;
  private static final long HARDER = 0x1c01_0000L;

  private static BitcoinHeader header(BlockHash previous, long time, long bits) {
    return new BitcoinHeader(4, previous, Hash.of(new byte[32]), time, bits, 0);
  }

  /** A chain of this height whose last 2,016 blocks, or all, ran evenly between two times. */
  private static HeaderChain chain(
      BitcoinNetwork network, long height, long first, long last, long bits) {
    List<BitcoinHeader> headers = new ArrayList<>();
    int count = (int) Math.min(height + 1, HeaderChain.REMEMBERED);
    for (int i = 0; i < count; i++) {
      long time = count == 1 ? last : first + (last - first) * i / (count - 1);
      headers.add(header(TIP, time, bits));
    }
    return HeaderChain.after(network, height, headers, TIP);
  }

  /** Real periods of mainnet, from Bitcoin Core v28.0 {@code src/test/pow_tests.cpp}. */
  @ParameterizedTest
  @CsvSource({
    "32255, 1261130161, 1262152739, 1d00ffff, 1d00d86a",
    "2015, 1231006505, 1233061996, 1d00ffff, 1d00ffff",
    "68543, 1279008237, 1279297671, 1c05a3f4, 1c0168fd",
    "46367, 1263163443, 1269211443, 1c387f6f, 1d00e1fd",
  })
  void theTargetOfANewPeriodComesOfTheTimeOfTheLast(
      long height, long first, long last, String before, String after) {
    HeaderChain chain =
        chain(BitcoinNetwork.MAINNET, height, first, last, Long.parseLong(before, 16));
    assertThatThrownBy(() -> chain.add(header(TIP, last + 600, 0x1700_0001L), HARD_WORK))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("the chain asks for " + after);
    chain.add(header(TIP, last + 600, Long.parseLong(after, 16)), HARD_WORK);
    assertThat(chain.height()).isEqualTo(height + 1);
    assertThat(chain.tip()).isEqualTo(HARD_WORK);
  }

  @Test
  void withinAPeriodTheTargetStays() {
    HeaderChain chain = chain(BitcoinNetwork.MAINNET, 5000, 1_000_000, 2_000_000, HARDER);
    assertThatThrownBy(() -> chain.add(header(TIP, 2_003_000, EASY), HARD_WORK))
        .hasMessageContaining("the chain asks for 1c010000");
    chain.add(header(TIP, 2_003_000, HARDER), HARD_WORK);
  }

  @Test
  void onTheTestNetworkABlockAfterTwentyMinutesIsEasyAndTheNextIsNot() {
    HeaderChain chain = chain(BitcoinNetwork.TESTNET3, 5000, 1_000_000, 2_000_000, HARDER);
    assertThatThrownBy(() -> chain.add(header(TIP, 2_001_200, EASY), HARD_WORK))
        .hasMessageContaining("the chain asks for 1c010000");
    chain.add(header(TIP, 2_001_201, EASY), HARD_WORK);
    chain.add(header(HARD_WORK, 2_001_300, HARDER), TIP);
  }

  @Test
  void onTheFourthTestNetworkAPeriodIsMeasuredByItsFirstBlock() {
    List<BitcoinHeader> headers = new ArrayList<>();
    for (int i = 0; i < HeaderChain.REMEMBERED; i++) {
      headers.add(header(TIP, 1_000_000 + 600L * i, i == 0 ? HARDER : EASY));
    }
    long last = 1_000_000 + 600L * 2015;
    HeaderChain chain = HeaderChain.after(BitcoinNetwork.TESTNET4, 4031, headers, TIP);
    assertThatThrownBy(() -> chain.add(header(TIP, last - 601, HARDER), HARD_WORK))
        .hasMessageContaining("more than ten minutes before");
    assertThatThrownBy(() -> chain.add(header(TIP, last + 600, EASY), HARD_WORK))
        .hasMessageContaining("the chain asks for 1c00ffdf");
  }

  @Test
  void brokenLinksTimesAndWorkAreRefusedAndAddNothing() {
    HeaderChain chain = chain(BitcoinNetwork.MAINNET, 20, 1_000_000, 1_012_000, EASY);
    assertThatThrownBy(() -> chain.add(header(NO_WORK, 1_012_600, EASY), HARD_WORK))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("builds on " + NO_WORK)
        .hasMessageContaining("height 21");
    long median = 1_000_000 + 12_000 * 15 / 20;
    assertThatThrownBy(() -> chain.add(header(TIP, median, EASY), HARD_WORK))
        .hasMessageContaining("is not after " + median);
    assertThatThrownBy(() -> chain.add(header(TIP, 1_012_600, EASY), NO_WORK))
        .hasMessageContaining("not the work that its bits claim");
    assertThat(chain.height()).isEqualTo(20);
    chain.add(header(TIP, median + 1, EASY), HARD_WORK);
  }

  @Test
  void aChainBeginsWithItsNetworksFirstBlock() {
    HeaderChain chain = HeaderChain.empty(BitcoinNetwork.MAINNET);
    BitcoinHeader first = header(BlockHash.of(new byte[32]), 1_296_688_602, EASY);
    assertThatThrownBy(() -> chain.add(first, BitcoinNetwork.TESTNET3.genesisHash()))
        .hasMessageContaining("not the first block of mainnet");
    assertThat(chain.height()).isEqualTo(-1);
  }

  @Test
  void aChainThatGoesOnNeedsAllThatItLooksBackTo() {
    assertThatThrownBy(
            () ->
                HeaderChain.after(BitcoinNetwork.MAINNET, 3000, List.of(header(TIP, 5, EASY)), TIP))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the last 2016 headers wanted");
  }
}
