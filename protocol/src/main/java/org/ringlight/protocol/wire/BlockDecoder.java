package org.ringlight.protocol.wire;

import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.Block;

/**
 * Blocks from bytes. Source: monero v0.18.3.4 src/cryptonote_basic/cryptonote_basic.h block_header
 * and block. {@link DecodedBlock} is for who also hashes.
 */
public final class BlockDecoder {

  private BlockDecoder() {}

  /**
   * The block that takes all of {@code blob}.
   *
   * @throws DataInvalid also where the miner transaction is of a kind this program does not know,
   *     since nothing then says where it ends
   */
  public static Block decode(byte[] blob) {
    return DecodedBlock.of(blob).block();
  }
}
