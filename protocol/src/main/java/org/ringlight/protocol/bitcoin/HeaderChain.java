package org.ringlight.protocol.bitcoin;

import java.util.List;
import org.ringlight.protocol.BlockHash;

/**
 * Checks headers one after the other as a node does: each builds on the last, has the target that
 * the chain asks of it, enough work under it, and a time after the median of the last eleven.
 * Remembers the last {@link #REMEMBERED} headers only. Not safe for use by several threads.
 *
 * <p>Not checked: that a time is not in the future, which only the clock of that day could tell;
 * and the version numbers that forks asked for. Source: Bitcoin Core v28.0 {@code src/pow.cpp}
 * ({@code GetNextWorkRequired}), {@code src/validation.cpp} ({@code ContextualCheckBlockHeader}).
 */
public final class HeaderChain {

  /** How many headers back any check can look. */
  public static final int REMEMBERED = 2016;

  private HeaderChain() {}

  /** A chain without blocks: the first to be added is the network's genesis. */
  public static HeaderChain empty(BitcoinNetwork network) {
    throw new UnsupportedOperationException(network.word());
  }

  /**
   * A chain that goes on after known headers, which are not checked again.
   *
   * @param height of the last of them
   * @param headers in order; the last {@link #REMEMBERED}, or all there are from genesis
   * @param tip the hash of the last of them
   */
  public static HeaderChain after(
      BitcoinNetwork network, long height, List<BitcoinHeader> headers, BlockHash tip) {
    throw new UnsupportedOperationException(network.word() + height + headers + tip);
  }

  /** The height of the last header; -1 where there is none. */
  public long height() {
    throw new UnsupportedOperationException();
  }

  /**
   * Adds the header at {@code height() + 1}.
   *
   * @param hash of {@code header}, as its decoder computed it
   * @throws org.ringlight.failure.DataInvalid where it breaks a rule; nothing is added then
   */
  public void add(BitcoinHeader header, BlockHash hash) {
    throw new UnsupportedOperationException(header + " " + hash);
  }
}
