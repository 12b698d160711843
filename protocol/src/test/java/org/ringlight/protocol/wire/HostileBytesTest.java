package org.ringlight.protocol.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.Block;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.BlockHeader;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.Transaction;
import org.ringlight.protocol.TransactionPrefix;
import org.ringlight.protocol.TransactionV2;
import org.ringlight.protocol.UnsupportedTransaction;
import org.ringlight.protocol.hash.TransactionHashes;
import org.ringlight.testing.RandomTransactions;

class HostileBytesTest {

  /** The most a decoder may allocate for each byte it is given, and to begin with. */
  private static final long BYTES_PER_BYTE = 64;

  private static final long BYTES_TO_BEGIN = 64 * 1024;

  private final RandomTransactions random = new RandomTransactions(42);
  private final RandomTransactions.Shape shape = new RandomTransactions.Shape(2, 5, 3);

  @ParameterizedTest
  @EnumSource(names = "NULL", mode = EnumSource.Mode.EXCLUDE)
  void cutOffAtEveryByteIsRefused(RingCtType type) {
    byte[] whole = TransactionEncoder.full(random.ringCt(type, shape));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> TransactionDecoder.full(cut)).isInstanceOf(DataInvalid.class);
    }
    byte[] pruned = TransactionEncoder.pruned(random.ringCt(type, shape));
    for (int length = 0; length < pruned.length; length++) {
      byte[] cut = Arrays.copyOf(pruned, length);
      assertThatThrownBy(() -> TransactionDecoder.pruned(cut, null))
          .isInstanceOf(DataInvalid.class);
    }
  }

  @Test
  void version1AndBlocksCutOffAtEveryByteAreRefused() {
    byte[] whole = TransactionEncoder.full(random.v1(shape));
    byte[] block = BlockEncoder.encode(block(random.coinbase(5)));
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> TransactionDecoder.full(cut)).isInstanceOf(DataInvalid.class);
    }
    for (int length = 0; length < block.length; length++) {
      byte[] cut = Arrays.copyOf(block, length);
      assertThatThrownBy(() -> BlockDecoder.decode(cut)).isInstanceOf(DataInvalid.class);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "NULL", mode = EnumSource.Mode.EXCLUDE)
  void aByteTooManyIsRefused(RingCtType type) {
    byte[] whole = TransactionEncoder.full(random.ringCt(type, shape));
    assertThatThrownBy(() -> TransactionDecoder.full(Arrays.copyOf(whole, whole.length + 1)))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("1 bytes are left over after the transaction");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // inputs, ring members, outputs, extra
        "0200ffffffffffffffff7f",
        "0200ffffffffffffffffff01",
        "0200010200ffffffffffffffff7f",
        "020001ff05ffffffff0f",
        "020001ff0500ffffffff07"
      })
  void aHugeCountAllocatesNothing(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertAllocatesLittle(bytes, TransactionDecoder::full);
    assertThatThrownBy(() -> TransactionDecoder.full(bytes))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("more than the bytes that follow can hold");
  }

  @Test
  void manySmallThingsAllocateInProportion() {
    byte[] coinbases = new byte[2_000_000];
    Arrays.fill(coinbases, (byte) 0xff);
    System.arraycopy(HexFormat.of().parseHex("0200c0843d"), 0, coinbases, 0, 5);
    for (int i = 6; i < coinbases.length; i += 2) {
      coinbases[i] = 1;
    }
    assertAllocatesLittle(coinbases, TransactionDecoder::full);
    byte[] offsets = new byte[2_000_000];
    System.arraycopy(HexFormat.of().parseHex("010001020580897a"), 0, offsets, 0, 8);
    assertAllocatesLittle(offsets, TransactionDecoder::full);
  }

  @Test
  void flippedBytesAreReadOrRefusedNeverACrash() {
    Random flips = new Random(99);
    for (RingCtType type : RingCtType.values()) {
      byte[] whole =
          TransactionEncoder.full(
              type == RingCtType.NULL ? random.coinbase(9) : random.ringCt(type, shape));
      for (int i = 0; i < 3000; i++) {
        byte[] damaged = whole.clone();
        damaged[flips.nextInt(Math.min(damaged.length, 400))] = (byte) flips.nextInt();
        assertReadsAgainOrRefuses(damaged);
      }
    }
  }

  @Test
  void kindsToComeAreKeptWithTheirBytes() {
    byte[] ringCt7 = TransactionEncoder.full(random.ringCt(RingCtType.BULLETPROOF_PLUS, shape));
    int typeAt = TransactionEncoder.prefix(prefix(ringCt7)).length;
    ringCt7[typeAt] = 7;
    assertUnsupported(ringCt7, "RingCT type 7 at byte " + typeAt);

    assertUnsupported(HexFormat.of().parseHex("030000000000"), "transaction version 3 at byte 0");
    assertUnsupported(HexFormat.of().parseHex("02000105aabbcc"), "input tag 5 at byte 3");
    byte[] carrot = HexFormat.of().parseHex("0200" + "01ff05" + "0100" + "00" + "00".repeat(60));
    assertUnsupported(carrot, "output tag 0 at byte 7");
  }

  @Test
  void aBlockWhoseMinerTransactionIsOfAKindToComeIsRefusedWithTheReason() {
    byte[] block = BlockEncoder.encode(block(random.coinbase(5)));
    int miner = BlockEncoder.header(block(random.coinbase(5)).header()).length;
    block[miner] = 3;
    assertThatThrownBy(() -> BlockDecoder.decode(block))
        .isInstanceOf(DataInvalid.class)
        .hasMessageContaining("the miner transaction has transaction version 3 at byte 0");
  }

  private static TransactionPrefix prefix(byte[] whole) {
    return ((TransactionV2) TransactionDecoder.full(whole)).prefix();
  }

  private static Block block(Transaction miner) {
    return new Block(
        new BlockHeader(16, 16, 1_700_000_000, BlockHash.of(new byte[32]), 1), miner, List.of());
  }

  private static void assertUnsupported(byte[] bytes, String reason) {
    Transaction transaction = TransactionDecoder.full(bytes);
    assertThat(transaction).isEqualTo(new UnsupportedTransaction(Bytes.of(bytes), reason));
    assertThat(TransactionEncoder.full(transaction)).isEqualTo(bytes);
    assertThat(TransactionHashes.of(transaction)).isEmpty();
    assertThat(TransactionHashes.of(DecodedTransaction.full(bytes))).isEmpty();
  }

  private static void assertReadsAgainOrRefuses(byte[] bytes) {
    Transaction transaction;
    try {
      transaction = TransactionDecoder.full(bytes);
    } catch (DataInvalid refused) {
      return;
    }
    assertThat(TransactionEncoder.full(transaction)).isEqualTo(bytes);
  }

  private static void assertAllocatesLittle(byte[] bytes, Consumer<byte[]> decoder) {
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadAllocatedBytes();
    try {
      decoder.accept(bytes);
    } catch (DataInvalid refused) {
      // refusing is fine too
    }
    long allocated = thread.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated).isLessThan(BYTES_TO_BEGIN + BYTES_PER_BYTE * bytes.length);
  }
}
