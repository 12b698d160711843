package org.ringlight.protocol.rules;

import java.util.Arrays;
import java.util.Optional;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TransactionPrefix;

/** What holds among the members of a ring and among the inputs of a transaction. */
public final class RingMembers {

  /**
   * Blocks an output must be deep before a ring may name it. Source: monero v0.18.3.4
   * src/cryptonote_config.h CRYPTONOTE_DEFAULT_TX_SPENDABLE_AGE.
   */
  public static final int MINIMUM_AGE_BLOCKS = 10;

  /** src/cryptonote_config.h HF_VERSION_ENFORCE_MIN_AGE. */
  private static final int MINIMUM_AGE_FROM = 12;

  private RingMembers() {}

  /**
   * Whether a ring in the block at {@code spendHeight} may name an output of the block at {@code
   * memberHeight}. Before hard fork 12 only wallets kept to an age. Source: monero v0.18.3.4
   * src/cryptonote_core/blockchain.cpp Blockchain::check_tx_inputs.
   */
  public static boolean oldEnough(long memberHeight, long spendHeight, int hardFork) {
    return hardFork >= MINIMUM_AGE_FROM
        ? memberHeight + MINIMUM_AGE_BLOCKS <= spendHeight
        : memberHeight < spendHeight;
  }

  /**
   * A ring that names an output twice, forbidden from hard fork 6. Source: monero v0.18.3.4
   * src/cryptonote_core/cryptonote_core.cpp core::check_tx_inputs_ring_members_diff.
   */
  public static Optional<String> duplicateMember(TransactionPrefix prefix, int hardFork) {
    if (hardFork < 6) {
      return Optional.empty();
    }
    for (Input input : prefix.inputs()) {
      if (input instanceof Input.ToKey ring
          && Arrays.stream(ring.offsets().relative()).skip(1).anyMatch(offset -> offset == 0)) {
        return Optional.of("the ring of key image " + ring.keyImage() + " names an output twice");
      }
    }
    return Optional.empty();
  }

  /**
   * Inputs that are not in strictly descending order of their key images, asked for from hard fork
   * 7. Source: monero v0.18.3.4 src/cryptonote_core/blockchain.cpp Blockchain::check_tx_inputs.
   */
  public static Optional<String> unsortedInputs(TransactionPrefix prefix, int hardFork) {
    if (hardFork < 7) {
      return Optional.empty();
    }
    byte[] last = null;
    for (Input input : prefix.inputs()) {
      if (input instanceof Input.ToKey ring) {
        KeyImage keyImage = ring.keyImage();
        byte[] next = keyImage.toBytes();
        if (last != null && Arrays.compareUnsigned(next, last) >= 0) {
          return Optional.of("key image " + keyImage + " is out of order");
        }
        last = next;
      }
    }
    return Optional.empty();
  }
}
