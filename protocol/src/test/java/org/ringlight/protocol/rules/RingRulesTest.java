package org.ringlight.protocol.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.KeyOffsets;
import org.ringlight.protocol.TransactionPrefix;

class RingRulesTest {

  private static final long RARE = 123;
  private static final long COMMON = 1000;

  @Test
  void ringsOfTheForksSizePass() {
    assertThat(breach(16, rct(16), rct(16))).isEmpty();
    assertThat(breach(14, rct(11))).isEmpty();
    assertThat(breach(7, rct(7), rct(90))).isEmpty();
    assertThat(breach(1, clear(COMMON, 1))).isEmpty();
  }

  @Test
  void smallerAndLargerRingsBreakTheRule() {
    assertThat(breach(16, rct(15)))
        .contains("a ring of 15 members, at least 16 where every input" + " can be mixed");
    assertThat(breach(16, rct(17))).contains("a ring of 17 members, at most 16");
    assertThat(breach(8, rct(12))).isPresent();
    assertThat(breach(2, clear(COMMON, 2))).isPresent();
  }

  @Test
  void anAmountTooRareToMixMayHaveASmallerRingBesideOneMixableInput() {
    assertThat(breach(16, clear(RARE, 1))).isEmpty();
    assertThat(breach(11, clear(RARE, 1), rct(11))).isEmpty();
    assertThat(breach(11, clear(RARE, 1), rct(11), rct(11)))
        .contains("a ring of 1 members, at least 11 where 2 inputs can be mixed");
    assertThat(breach(12, clear(RARE, 1), rct(11))).contains("rings of 1 and of 11 members");
  }

  @Test
  void rareMeansNoMoreOutputsThanDecoys() {
    TransactionPrefix prefix = prefix(clear(RARE, 1));
    assertThat(RingSizes.breach(prefix, 16, amount -> 15)).isEmpty();
    assertThat(RingSizes.breach(prefix, 16, amount -> 16)).isPresent();
    assertThat(RingSizes.breach(prefix, 2, amount -> 2)).isEmpty();
    assertThat(RingSizes.breach(prefix, 2, amount -> 3)).isPresent();
  }

  @Test
  void hardFork15LetsRingsOf11PassAndNothingBetween() {
    assertThat(breach(15, rct(11))).isEmpty();
    assertThat(breach(15, rct(16))).isEmpty();
    assertThat(breach(15, rct(12))).isPresent();
    assertThat(breach(16, rct(11))).isPresent();
  }

  @Test
  void anEmptyRingBreaksTheRuleAndACoinbaseHasNone() {
    assertThat(breach(1, rct(0))).contains("no ring has a member");
    assertThat(breach(1, rct(0), rct(3))).contains("a ring without members");
    assertThat(breach(16, new Input.Coinbase(4))).isEmpty();
  }

  @Test
  void aRingMayNameAnOutputTwiceOnlyBeforeHardFork6() {
    TransactionPrefix twice = prefix(ring(0, KeyOffsets.ofAbsolute(5, 5), 1));
    assertThat(RingMembers.duplicateMember(twice, 5)).isEmpty();
    assertThat(RingMembers.duplicateMember(twice, 6)).isPresent();
    TransactionPrefix first = prefix(ring(0, KeyOffsets.ofAbsolute(0, 5), 1));
    assertThat(RingMembers.duplicateMember(first, 6)).isEmpty();
  }

  @Test
  void keyImagesDescendFromHardFork7() {
    KeyOffsets any = KeyOffsets.ofAbsolute(5);
    TransactionPrefix sorted = prefix(ring(0, any, 0xff), ring(0, any, 0x7f), ring(0, any, 1));
    TransactionPrefix unsorted = prefix(ring(0, any, 0x7f), ring(0, any, 0xff));
    TransactionPrefix twice = prefix(ring(0, any, 3), ring(0, any, 3));
    assertThat(RingMembers.unsortedInputs(sorted, 7)).isEmpty();
    assertThat(RingMembers.unsortedInputs(unsorted, 6)).isEmpty();
    assertThat(RingMembers.unsortedInputs(unsorted, 7)).isPresent();
    assertThat(RingMembers.unsortedInputs(twice, 7)).isPresent();
  }

  @Test
  void membersAreTenBlocksOldFromHardFork12() {
    assertThat(RingMembers.oldEnough(90, 100, 12)).isTrue();
    assertThat(RingMembers.oldEnough(91, 100, 12)).isFalse();
    assertThat(RingMembers.oldEnough(99, 100, 11)).isTrue();
  }

  private static Optional<String> breach(int hardFork, Input... inputs) {
    return RingSizes.breach(prefix(inputs), hardFork, amount -> amount == RARE ? 1 : 5000);
  }

  private static Input rct(int ringSize) {
    return clear(0, ringSize);
  }

  private static Input clear(long amount, int ringSize) {
    return ring(
        amount, KeyOffsets.ofAbsolute(LongStream.range(0, ringSize).map(i -> 3 * i).toArray()), 1);
  }

  private static Input ring(long amount, KeyOffsets offsets, int keyImage) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) keyImage);
    return new Input.ToKey(amount, offsets, KeyImage.of(bytes));
  }

  private static TransactionPrefix prefix(Input... inputs) {
    return new TransactionPrefix(2, 0, List.of(inputs), List.of(), Bytes.EMPTY);
  }
}
