package org.ringlight.protocol.rules;

import org.ringlight.protocol.Output;
import org.ringlight.protocol.RingCtType;
import org.ringlight.protocol.TxHash;

/** Which versions, RingCT types and outputs a hard fork lets into a block. */
public final class Formats {

  /**
   * Two transactions of type 4 that hard fork 14 let in by a fault. Source: monero v0.18.3.4
   * src/cryptonote_core/blockchain.cpp Blockchain::check_tx_outputs.
   */
  private static final TxHash GRANDFATHERED_1 =
      TxHash.parse("c5151944f0583097ba0c88cd0f43e7fabb3881278aa2f73b3b0a007c5d34e910");

  private static final TxHash GRANDFATHERED_2 =
      TxHash.parse("6f2f117cde6fbcf8d4a6ef8974fcac744726574ac38cf25d3322c996b21edd4c");

  private Formats() {}

  /**
   * Whether a transaction that is no coinbase may be of this RingCT type. Source: monero v0.18.3.4
   * src/cryptonote_core/blockchain.cpp Blockchain::check_tx_outputs, check_tx_inputs (version 2
   * from hard fork 4).
   */
  public static boolean allowed(RingCtType type, int hardFork, TxHash transaction) {
    return switch (type) {
      case NULL -> false;
      case FULL, SIMPLE -> between(4, 8, hardFork);
      case BULLETPROOF -> between(8, 10, hardFork);
      case BULLETPROOF2 ->
          between(10, 13, hardFork)
              || (between(14, 15, hardFork)
                  && (transaction.equals(GRANDFATHERED_1) || transaction.equals(GRANDFATHERED_2)));
      case CLSAG -> between(13, 15, hardFork);
      case BULLETPROOF_PLUS -> hardFork >= 15;
    };
  }

  /**
   * Whether an output may have this form; in hard fork 15 all of a transaction have the same.
   * Source: monero v0.18.3.4 src/cryptonote_basic/cryptonote_format_utils.cpp check_output_types.
   */
  public static boolean allowed(Output output, int hardFork) {
    return output instanceof Output.ToTaggedKey ? hardFork >= 15 : hardFork <= 15;
  }

  /**
   * The newest transaction version. Source: monero v0.18.3.4 src/cryptonote_core/blockchain.cpp
   * Blockchain::check_tx_inputs.
   */
  public static int newestVersion(int hardFork) {
    return hardFork <= 3 ? 1 : 2;
  }

  /**
   * The oldest transaction version: 2 from hard fork 6, and from hard fork 12 for coinbases; 1
   * stays allowed for a transaction with an input that cannot be mixed. Source: monero v0.18.3.4
   * src/cryptonote_core/blockchain.cpp Blockchain::check_tx_inputs, prevalidate_miner_transaction.
   */
  public static int oldestVersion(int hardFork, Kind kind) {
    return switch (kind) {
      case MIXABLE -> hardFork >= 6 ? 2 : 1;
      case UNMIXABLE -> 1;
      case COINBASE -> hardFork >= 12 ? 2 : 1;
    };
  }

  /** What decides the oldest version. */
  public enum Kind {
    /** All inputs can be mixed. */
    MIXABLE,
    /** Some input cannot be mixed, see {@link RingSizes}. */
    UNMIXABLE,
    /** A block's miner transaction. */
    COINBASE
  }

  private static boolean between(int from, int to, int hardFork) {
    return from <= hardFork && hardFork <= to;
  }
}
