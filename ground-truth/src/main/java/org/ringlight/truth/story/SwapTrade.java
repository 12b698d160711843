package org.ringlight.truth.story;

import java.time.Instant;
import java.util.List;
import org.ringlight.protocol.TxHash;

/**
 * A swap between XMR, paid on the story's chain, and BTC, which is invented.
 *
 * @param when it was ordered
 * @param fee of the service, in units of what came in
 * @param satoshiPerMonero the price
 * @param moneroTxs the XMR leg: one, or several where the inputs did not fit into one
 * @param moneroAddress where the XMR leg went to
 * @param atomic units of the XMR leg
 */
public record SwapTrade(
    Moment when,
    String service,
    String customer,
    Direction direction,
    long fee,
    long satoshiPerMonero,
    List<TxHash> moneroTxs,
    String moneroAddress,
    long atomic,
    BitcoinLeg bitcoin) {

  public SwapTrade {
    moneroTxs = List.copyOf(moneroTxs);
  }

  /** What a customer does. */
  public enum Direction {
    SELLS_MONERO("XMR-BTC"),
    BUYS_MONERO("BTC-XMR");

    private final String pair;

    Direction(String pair) {
      this.pair = pair;
    }

    /** What comes in, then what goes out. */
    public String pair() {
      return pair;
    }
  }

  /** A Bitcoin payment that never was. */
  public record BitcoinLeg(Instant time, String txid, String address, long satoshi) {}
}
