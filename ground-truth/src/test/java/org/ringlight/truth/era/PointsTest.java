package org.ringlight.truth.era;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.IntStream;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;

final class PointsTest {

  @Test
  void theFirstPointsAreTheKnownMultiplesOfTheBasePoint() {
    // encodings of B, 2B and 3B as printed in many Ed25519 test suites
    assertThat(every(2, hexes(BigInteger.ONE, 6)))
        .containsExactly(
            "5866666666666666666666666666666666666666666666666666666666666666",
            "c9a3f86aae465f0e56513864510f3997561fa2c9e85ea21dc2292309f3cd6022",
            "d4b4f5784868c3020403246717ec169ff79e26608ea126a1ab69ee77d1b16712");
  }

  @Test
  void aRowThatStartsLaterGoesOnAsTheEarlierOne() {
    String[] whole = hexes(BigInteger.valueOf(1_000), 3_000);
    String[] later = hexes(BigInteger.valueOf(2_100), 400);
    for (int i = 0; i < later.length; i++) {
      assertThat(later[i]).as("point %d", i).isEqualTo(whole[2 * 1_100 + i]);
    }
  }

  @Test
  void everyPointIsAPointAndNoneComesTwice() {
    BigInteger start = new BigInteger("9283749283749287349287349872398472938472934872398");
    Set<String> seen = new HashSet<>();
    for (String hex : hexes(start, 2_400)) {
      assertThat(Ed25519.validatePublicKeyFull(HexFormat.of().parseHex(hex), 0)).isTrue();
      assertThat(seen.add(hex)).isTrue();
    }
  }

  private static String[] every(int step, String[] hexes) {
    return IntStream.range(0, hexes.length / step)
        .mapToObj(i -> hexes[step * i])
        .toArray(String[]::new);
  }

  private static String[] hexes(BigInteger start, int count) {
    Points points = new Points(start);
    byte[] bytes = new byte[32];
    String[] hexes = new String[count];
    for (int i = 0; i < count; i++) {
      points.next(bytes, 0);
      hexes[i] = HexFormat.of().formatHex(bytes);
    }
    return hexes;
  }
}
