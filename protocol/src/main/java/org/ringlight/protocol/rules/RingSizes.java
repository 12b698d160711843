package org.ringlight.protocol.rules;

import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.TransactionPrefix;

/**
 * How large rings must be and may be. Source: monero v0.18.3.4 src/cryptonote_core/blockchain.cpp
 * Blockchain::check_tx_inputs. There a "mixin" is the ring size less one.
 */
public final class RingSizes {

  private RingSizes() {}

  /** The fewest members a ring of mixable outputs has under a hard fork. */
  public static int minimum(int hardFork) {
    if (hardFork >= 15) {
      return 16;
    } else if (hardFork >= 8) {
      return 11;
    } else if (hardFork == 7) {
      return 7;
    } else if (hardFork == 6) {
      return 5;
    }
    return hardFork >= 2 ? 3 : 1;
  }

  /** The most members a ring has under a hard fork; without limit before hard fork 8. */
  public static int maximum(int hardFork) {
    if (hardFork >= 15) {
      return 16;
    }
    return hardFork >= 8 ? 11 : Integer.MAX_VALUE;
  }

  /**
   * What breaks the rule, if anything does.
   *
   * <p>A ring may be smaller where a cleartext amount has so few outputs on the chain that it
   * cannot be mixed; such a transaction may have one mixable input at most. Hard fork 15 lets rings
   * of 11 pass for the transition. From hard fork 12 all rings of a transaction have one size.
   *
   * @param hardFork of the block the transaction is in
   * @param outputsOfAmount how many outputs of a cleartext amount the chain has at that block
   */
  public static Optional<String> breach(
      TransactionPrefix prefix, int hardFork, LongUnaryOperator outputsOfAmount) {
    int smallest = Integer.MAX_VALUE;
    int largest = 0;
    int mixable = 0;
    int unmixable = 0;
    for (Input input : prefix.inputs()) {
      if (input instanceof Input.ToKey ring) {
        smallest = Math.min(smallest, ring.offsets().size());
        largest = Math.max(largest, ring.offsets().size());
        if (isMixable(ring.amount(), hardFork, outputsOfAmount)) {
          mixable++;
        } else {
          unmixable++;
        }
      }
    }
    if (largest == 0) {
      return prefix.coinbase() ? Optional.empty() : Optional.of("no ring has a member");
    } else if (smallest == 0) {
      return Optional.of("a ring without members");
    } else if (hardFork < 2) {
      return Optional.empty();
    } else if (hardFork >= 12 && smallest != largest) {
      return Optional.of("rings of " + smallest + " and of " + largest + " members");
    } else if (hardFork == 15 && smallest == 11) {
      return Optional.empty();
    } else if (smallest < minimum(hardFork)) {
      return tooSmall(smallest, mixable, unmixable, hardFork);
    }
    return smallest > maximum(hardFork)
        ? Optional.of("a ring of " + smallest + " members, at most " + maximum(hardFork))
        : Optional.empty();
  }

  private static Optional<String> tooSmall(int smallest, int mixable, int unmixable, int hardFork) {
    String what = "a ring of " + smallest + " members, at least " + minimum(hardFork);
    if (unmixable == 0) {
      return Optional.of(what + " where every input can be mixed");
    }
    return mixable > 1
        ? Optional.of(what + " where " + mixable + " inputs can be mixed")
        : Optional.empty();
  }

  /** RingCT outputs always are; others where more outputs exist than a ring has decoys. */
  private static boolean isMixable(long amount, int hardFork, LongUnaryOperator outputsOfAmount) {
    return amount == 0
        || Long.compareUnsigned(
                outputsOfAmount.applyAsLong(amount), Math.max(2, minimum(hardFork) - 1))
            > 0;
  }
}
