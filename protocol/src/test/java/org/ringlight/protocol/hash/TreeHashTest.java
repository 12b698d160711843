package org.ringlight.protocol.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.Keccak;
import org.ringlight.protocol.TxHash;

class TreeHashTest {

  @Test
  void keccakHasTheOriginalPadding() {
    assertThat(HexFormat.of().formatHex(Keccak.hash(new byte[0])))
        .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
  }

  @Test
  void theRootOfOneIsItself() {
    TxHash only = hashes(1).get(0);
    assertThat(TreeHash.root(List.of(only)).toBytes()).isEqualTo(only.toBytes());
  }

  @Test
  void ofAnyNumberTheTreeIsBuiltAsDrawn() {
    List<TxHash> h = hashes(7);
    assertThat(TreeHash.root(h.subList(0, 2))).isEqualTo(pair(h.get(0), h.get(1)));
    assertThat(TreeHash.root(h.subList(0, 3)))
        .isEqualTo(pair(h.get(0), leaf(pair(h.get(1), h.get(2)))));
    assertThat(TreeHash.root(h.subList(0, 4)))
        .isEqualTo(pair(leaf(pair(h.get(0), h.get(1))), leaf(pair(h.get(2), h.get(3)))));
    assertThat(TreeHash.root(h.subList(0, 5)))
        .isEqualTo(
            pair(
                leaf(pair(h.get(0), h.get(1))),
                leaf(pair(h.get(2), leaf(pair(h.get(3), h.get(4)))))));
    assertThat(TreeHash.root(h))
        .isEqualTo(
            pair(
                leaf(pair(h.get(0), leaf(pair(h.get(1), h.get(2))))),
                leaf(pair(leaf(pair(h.get(3), h.get(4))), leaf(pair(h.get(5), h.get(6)))))));
  }

  @Test
  void thereIsNoRootOfNothing() {
    assertThatThrownBy(() -> TreeHash.root(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<TxHash> hashes(int count) {
    Random random = new Random(3);
    List<TxHash> hashes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] bytes = new byte[32];
      random.nextBytes(bytes);
      hashes.add(TxHash.of(bytes));
    }
    return hashes;
  }

  private static TxHash leaf(Hash hash) {
    return TxHash.of(hash.toBytes());
  }

  private static Hash pair(TxHash left, TxHash right) {
    byte[] both = new byte[64];
    left.copyTo(both, 0);
    right.copyTo(both, 32);
    return Hash.of(Keccak.hash(both));
  }
}
