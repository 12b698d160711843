package org.ringlight.truth.picker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RingsOfVersionsTest {

  private static final int RINGS = 4_000;

  @Test
  void olderWalletsLeaveOutTheNewestCandidate() {
    // the mean place of the older of two uniform candidates is 1/3, of one it would be 1/2
    ChainSupply supply = Supplies.of(9_000_000_000_000L, 3_000, 1, 3);
    RandomGenerator random = Supplies.random(1);
    double places = 0;
    for (int i = 0; i < RINGS; i++) {
      long[] ring = WalletVersion.V0_8_8.ring(supply, 0, 2, random);
      places += (double) ring[1] / supply.countAged(60);
    }
    assertThat(places / RINGS).isCloseTo(1.0 / 3, within(0.02));
  }

  @Test
  void cleartextDecoysAreMostlyRecentOnceRingsAreFilledInTheOrderOfDrawing() {
    assertThat(recentShare(WalletVersion.V0_18_2_2)).isCloseTo(0.52, within(0.02));
    assertThat(recentShare(WalletVersion.V0_18_3_2)).isCloseTo(0.81, within(0.02));
  }

  private static double recentShare(WalletVersion version) {
    int[] outputs = new int[50_000];
    Arrays.fill(outputs, 1);
    ChainSupply supply = ChainSupply.of(9_000_000_000_000L, outputs, new int[50_000]);
    RandomGenerator random = Supplies.random(2);
    long zone = supply.countAged(1297);
    long recent = 0;
    for (int i = 0; i < RINGS; i++) {
      long[] ring = version.ring(supply, 77, 16, random);
      recent += Arrays.stream(ring).filter(index -> index >= zone).count();
    }
    return recent / (15.0 * RINGS);
  }

  @ParameterizedTest
  @EnumSource
  void aDrawAllocatesNothing(WalletVersion version) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    ChainSupply supply = Supplies.ringct(2_000, 200, 4);
    Picker picker = version.picker(OutputSupply.RINGCT);
    RandomGenerator random = Supplies.random(1);
    draw(picker, supply, random);
    long before = threads.getCurrentThreadAllocatedBytes();
    draw(picker, supply, random);
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
  }

  private static void draw(Picker picker, OutputSupply supply, RandomGenerator random) {
    for (int i = 0; i < 20_000; i++) {
      picker.pick(supply, random);
    }
  }
}
