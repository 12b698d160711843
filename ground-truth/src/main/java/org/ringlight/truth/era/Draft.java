package org.ringlight.truth.era;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ringlight.protocol.RingCtType;

/** A transaction as it is planned: who spends which coins in which rings, and pays whom. */
final class Draft {

  /** What somebody finds who looks for this kind of transaction. */
  enum Kind {
    COINBASE,
    PAYMENT,
    PAYOUT,
    SWEEP,
    EXCHANGE,
    UNMIXABLE,
    FLOOD,
    IDENTICAL_RINGS,
    RING_CYCLE;

    /** Its name in files. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What its extra looks like; each with a transaction key but the last. */
  enum ExtraStyle {
    KEY,
    ENCRYPTED_PAYMENT_ID,
    PLAIN_PAYMENT_ID,
    MINER_NONCE,
    MERGE_MINING,
    ADDITIONAL_KEYS,
    PADDING,
    MINER_GATE,
    TWO_KEYS,
    UNREADABLE
  }

  /**
   * A ring.
   *
   * @param coin what is truly spent, see {@link Ledger}
   * @param amount of its index space
   * @param members amount indices in wire order
   */
  @SuppressWarnings("ArrayRecordComponent") // millions of rings on their way to the encoder
  record Ring(long coin, long amount, long[] members) {

    /** The true spend's first place among the members. */
    int position() {
      for (int i = 0; i < members.length; i++) {
        if (members[i] == Ledger.index(coin)) {
          return i;
        }
      }
      throw new IllegalStateException("the true spend is not in its ring");
    }
  }

  /**
   * An output.
   *
   * @param space amount of its index space, 0 where RingCT hides it or a version 2 coinbase has it
   * @param value in clear, 0 if hidden
   * @param owner see {@link Owners}
   * @param keyGroup outputs of the same group have the same key; {@link #OWN_KEY} for a key of its
   *     own
   */
  record Pay(long space, long value, int owner, int keyGroup) {

    static final int OWN_KEY = -1;

    /** To {@code owner}, the amount hidden. */
    static Pay hidden(int owner) {
      return new Pay(0, 0, owner, OWN_KEY);
    }

    /** To {@code owner}, the amount in clear. */
    static Pay clear(long amount, int owner) {
      return new Pay(amount, amount, owner, OWN_KEY);
    }
  }

  final Kind kind;
  final int spender;
  final String wallet;
  final List<Ring> rings = new ArrayList<>();
  final List<Pay> pays = new ArrayList<>();
  int version = 2;
  RingCtType type = RingCtType.NULL;
  long unlockTime;
  long fee;
  ExtraStyle extra = ExtraStyle.KEY;

  /**
   * @param spender see {@link Owners}
   * @param wallet the program that chose the decoys
   */
  Draft(Kind kind, int spender, String wallet) {
    this.kind = kind;
    this.spender = spender;
    this.wallet = wallet;
  }

  int ringSize() {
    return rings.isEmpty() ? 0 : rings.get(0).members().length;
  }
}
