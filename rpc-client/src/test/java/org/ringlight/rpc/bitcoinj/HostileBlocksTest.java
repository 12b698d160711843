package org.ringlight.rpc.bitcoinj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.bitcoinj.core.Block;
import org.bitcoinj.core.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.bitcoin.BitcoinBlock;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.BlockRules;
import org.ringlight.testing.Allocation;

class HostileBlocksTest {

  private static final BitcoinDecoder DECODER = new BitcoinDecoder(BitcoinNetwork.SIMNET);
  private static final String COINBASE_IN = "00".repeat(32) + "ffffffff" + "025100" + "ffffffff";
  private static final String OUT = "0100000000000000" + "0151";

  /** A block that btcd made on simnet: a coinbase, spends of a key's hash and of a witness. */
  private static byte[] real() {
    String seed = "BitcoinBlockFuzzTestInputs/blocksAreReadOrRefused/simnet-312";
    try (InputStream in =
        Objects.requireNonNull(HostileBlocksTest.class.getResourceAsStream(seed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] block(String afterHeader) {
    return HexFormat.of().parseHex("00".repeat(80) + afterHeader);
  }

  private static void isRefused(byte[] bytes, String why) {
    Allocation.assertInProportion(bytes, DECODER::block);
    assertThatThrownBy(() -> DECODER.block(bytes))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining(why)
        .hasMessageContaining("ask another node");
  }

  @Test
  void theSeedIsARealBlockThatHolds() {
    BitcoinBlock block = DECODER.block(real());
    assertThat(block.transactions()).hasSize(3);
    assertThat(block.weight()).isLessThan(4 * block.bytes());
    BlockRules.check(block, 312, BitcoinNetwork.SIMNET);
  }

  /** Counts and lengths that the bytes after them cannot hold. */
  @ParameterizedTest
  @CsvSource({
    "ffffffffffffffffff, no count of transactions",
    "feffffff7f, no count of transactions",
    "fd0001, no count of transactions",
    "fd0100, no count of transactions",
    "00, no count of transactions",
    "01 01000000 feffffff7f, end too early",
    "01 01000000 ffffffffffffffffff, end too early",
    "01 01000000 01 IN feffffff7f, end too early",
    "01 01000000 01 IN 01 0000000000000000 feffffff7f, end too early",
    "01 01000000 0001 01 IN 01 OUT feffffff7f, end too early",
    "01 01000000 0001 01 IN 01 OUT 01feffffff7f, end too early",
    "01 01000000 0000 00000000, without inputs",
    "01 01000000 0001 01 IN 01 OUT 00 00000000, no transaction",
    "01 01000000 0002 01 IN 01 OUT 00000000, no transaction",
    "01 01000000 fd0100 IN 01 OUT 00000000, longer than need be",
    "01 01000000 01 IN 01 OUT 00000000 77, after the last transaction",
  })
  void claimsThatTheBytesDoNotHoldAreRefused(String written, String why) {
    String digits = written.replace("IN", COINBASE_IN).replace("OUT", OUT).replace(" ", "");
    boolean exact = why.contains("transaction") || why.contains("longer");
    isRefused(block(digits + (exact && !why.contains("count") ? "" : "00".repeat(61))), why);
  }

  @Test
  void moreBytesThanABlockCanHaveAreRefused() {
    isRefused(new byte[4_000_001], "no block has 4000001 bytes");
    isRefused(new byte[100], "no block has 100 bytes");
  }

  @Test
  void millionsOfEmptyWitnessItemsCostInProportion() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(block("01" + "01000000" + "0001" + "01" + COINBASE_IN + "01" + OUT));
    out.writeBytes(HexFormat.of().parseHex("fe80841e00")); // two million
    out.writeBytes(new byte[2_000_000]);
    out.writeBytes(new byte[4]);
    byte[] bytes = out.toByteArray();
    Allocation.assertInProportion(bytes, DECODER::block);
    assertThat(DECODER.block(bytes).weight()).isLessThan(4_000_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void whateverIsChangedInARealBlockItIsReadOrRefused(long seed) {
    Random random = new Random(seed);
    byte[] real = real();
    for (int round = 0; round < 3_000; round++) {
      byte[] bytes =
          random.nextInt(4) == 0
              ? Arrays.copyOf(real, 80 + random.nextInt(real.length))
              : real.clone();
      for (int change = random.nextInt(4); change >= 0; change--) {
        int at = 80 + random.nextInt(bytes.length - 80 + 1);
        if (at < bytes.length) {
          bytes[at] = (byte) (random.nextBoolean() ? 0xff : random.nextInt(256));
        }
      }
      BitcoinBlockFuzzTest.check(bytes);
    }
  }

  @Test
  void idsAreThoseThatBitcoinjComputesTheLongWay() {
    byte[] real = real();
    List<Transaction> theirs = Block.read(ByteBuffer.wrap(real)).getTransactions();
    BitcoinBlock ours = DECODER.block(real);
    for (int i = 0; i < theirs.size(); i++) {
      Transaction one = theirs.get(i);
      assertThat(ours.transactions().get(i).hash().toString()).isEqualTo(one.getTxId().toString());
      assertThat(ours.transactions().get(i).weight()).isEqualTo(one.getWeight());
    }
  }
}
