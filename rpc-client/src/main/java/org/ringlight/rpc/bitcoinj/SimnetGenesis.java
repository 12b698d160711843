package org.ringlight.rpc.bitcoinj;

import java.util.List;
import java.util.Objects;
import org.bitcoinj.params.RegTestParams;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;

/**
 * The first block of btcd's simnet, which bitcoinj does not know: Bitcoin's first transaction under
 * a header of its own. Source: btcd v0.24.2 {@code chaincfg/genesis.go} ({@code
 * simNetGenesisBlock}).
 */
public final class SimnetGenesis {

  private static final int VERSION = 1;
  private static final long TIME = 1_401_292_357L;

  private SimnetGenesis() {}

  /** Its bytes. */
  public static byte[] block() {
    byte[] coinbase =
        Objects.requireNonNull(RegTestParams.get().getGenesisBlock().getTransactions())
            .get(0)
            .serialize();
    BlockHash nothing = BlockHash.of(new byte[BlockHash.LENGTH]);
    byte[] block =
        NewBlock.mined(
            VERSION, nothing, TIME, BitcoinNetwork.SIMNET.easiestBits(), List.of(coinbase));
    if (!NewBlock.hash(block).equals(BitcoinNetwork.SIMNET.genesisHash())) {
      throw new IllegalStateException("not simnet's first block: " + NewBlock.hash(block));
    }
    return block;
  }
}
