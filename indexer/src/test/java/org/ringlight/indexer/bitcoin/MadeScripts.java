package org.ringlight.indexer.bitcoin;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Scripts of the usual kinds for a few hundred people, and what spends them; lengths are real. */
final class MadeScripts {

  private static final byte[] NONE = {};
  private static final int SIGNATURE = 71;

  private final Random random;

  /** Kinds of scripts, about as often as one meets them. */
  enum Kind {
    P2PKH(30),
    P2SH(15),
    P2WPKH(35),
    P2WSH(6),
    P2TR(10),
    P2PK(2),
    MULTISIG(2);

    private final int share;

    Kind(int share) {
      this.share = share;
    }
  }

  MadeScripts(Random random) {
    this.random = random;
  }

  Kind kind() {
    int at = random.nextInt(100);
    for (Kind kind : Kind.values()) {
      at -= kind.share;
      if (at < 0) {
        return kind;
      }
    }
    return Kind.P2PKH;
  }

  private byte[] person(int length) {
    // every second one is known already
    Random named = new Random(random.nextBoolean() ? random.nextInt(300) : random.nextLong());
    byte[] bytes = new byte[length];
    named.nextBytes(bytes);
    return bytes;
  }

  private byte[] noise(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] key() {
    byte[] key = person(33);
    key[0] = 2;
    return key;
  }

  byte[] script(Kind kind) {
    return switch (kind) {
      case P2PKH ->
          join(
              new byte[] {0x76, (byte) 0xa9, 20},
              person(20),
              new byte[] {(byte) 0x88, (byte) 0xac});
      case P2SH -> join(new byte[] {(byte) 0xa9, 20}, person(20), new byte[] {(byte) 0x87});
      case P2WPKH -> join(new byte[] {0, 20}, person(20));
      case P2WSH -> join(new byte[] {0, 32}, person(32));
      case P2TR -> join(new byte[] {0x51, 32}, person(32));
      case P2PK -> join(new byte[] {33}, key(), new byte[] {(byte) 0xac});
      case MULTISIG ->
          join(
              new byte[] {0x51, 33}, key(), new byte[] {33}, key(), new byte[] {0x52, (byte) 0xae});
    };
  }

  /** A script that carries data and can never be spent. */
  byte[] data() {
    return join(new byte[] {0x6a, 20}, noise(20));
  }

  void spend(MadeTransaction made, MadeChain.Coin coin) {
    switch (coin.kind()) {
      case P2PKH ->
          made.spend(
              coin.transaction(),
              coin.index(),
              join(new byte[] {SIGNATURE}, signature(), new byte[] {33}, key()),
              List.of());
      case P2SH ->
          made.spend(
              coin.transaction(),
              coin.index(),
              join(new byte[] {22, 0, 20}, noise(20)),
              List.of(signature(), key()));
      case P2WPKH ->
          made.spend(coin.transaction(), coin.index(), NONE, List.of(signature(), key()));
      case P2WSH ->
          made.spend(
              coin.transaction(),
              coin.index(),
              NONE,
              List.of(NONE, signature(), script(Kind.MULTISIG)));
      case P2TR -> made.spend(coin.transaction(), coin.index(), NONE, List.of(noise(64)));
      case P2PK, MULTISIG ->
          made.spend(
              coin.transaction(),
              coin.index(),
              join(new byte[] {SIGNATURE}, signature()),
              List.of());
    }
  }

  private byte[] signature() {
    byte[] signature = noise(SIGNATURE);
    signature[0] = 0x30;
    signature[SIGNATURE - 1] = 1;
    return signature;
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
