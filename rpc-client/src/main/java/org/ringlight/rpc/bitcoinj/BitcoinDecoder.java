package org.ringlight.rpc.bitcoinj;

import org.ringlight.protocol.bitcoin.BitcoinBlock;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;

/** Reads blocks of one network. Safe for use by several threads. */
public final class BitcoinDecoder {

  private final BitcoinNetwork network;

  public BitcoinDecoder(BitcoinNetwork network) {
    this.network = network;
  }

  /**
   * Reads exactly one block. The hash of its header and the ids of its transactions are computed,
   * nothing else is checked: see {@link org.ringlight.protocol.bitcoin.BlockRules}.
   *
   * @throws org.ringlight.failure.DataInvalid where these bytes are none
   */
  public BitcoinBlock block(byte[] bytes) {
    throw new UnsupportedOperationException(network.word() + bytes.length);
  }
}
