package org.ringlight.protocol.rules;

import java.util.HexFormat;
import java.util.List;
import org.ringlight.protocol.Block;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.BlockHeader;
import org.ringlight.protocol.wire.TransactionDecoder;

/**
 * Monero's networks. Source: monero v0.18.3.4 src/cryptonote_config.h (GENESIS_TX, GENESIS_NONCE,
 * get_config), src/cryptonote_core/cryptonote_tx_utils.cpp generate_genesis_block,
 * src/checkpoints/checkpoints.cpp init_default_checkpoints.
 */
public enum Network {
  MAINNET(
      Genesis.MAINNET_AND_TESTNET_TRANSACTION,
      10000,
      "418015bb9ae982a1975da7d79277c2705727a56894ba0fb246adaabb1f4632e3"),
  STAGENET(
      Genesis.STAGENET_TRANSACTION,
      10002,
      "76ee3cc98646292206cd3e86f74d88b4dcc1d937088645e9b0cbca84b7ce74eb"),
  TESTNET(
      Genesis.MAINNET_AND_TESTNET_TRANSACTION,
      10001,
      "48ca7cd3c8de5b6a4d53d2861fbdaedca141553559f9be9520068053cda8430b"),
  /** A private chain ({@code monerod --regtest}); it starts with mainnet's block. */
  FAKECHAIN(
      Genesis.MAINNET_AND_TESTNET_TRANSACTION,
      10000,
      "418015bb9ae982a1975da7d79277c2705727a56894ba0fb246adaabb1f4632e3");

  private final String genesisTransaction;
  private final int genesisNonce;
  private final String genesisHash;

  Network(String genesisTransaction, int genesisNonce, String genesisHash) {
    this.genesisTransaction = genesisTransaction;
    this.genesisNonce = genesisNonce;
    this.genesisHash = genesisHash;
  }

  /** The id of the block at height 0. */
  public BlockHash genesisHash() {
    return BlockHash.parse(genesisHash);
  }

  /** The block at height 0. */
  public Block genesis() {
    return new Block(
        new BlockHeader(1, 0, 0, BlockHash.of(new byte[BlockHash.LENGTH]), genesisNonce),
        TransactionDecoder.full(HexFormat.of().parseHex(genesisTransaction)),
        List.of());
  }

  private static final class Genesis {

    static final String MAINNET_AND_TESTNET_TRANSACTION =
        "013c01ff0001ffffffffffff03029b2e4c0281c0b02e7c53291a94d1d0cbff8883f8024f5142ee494ffbbd08"
            + "807121017767aafcde9be00dcfd098715ebcf7f410daebc582fda69d24a28e9d0bc890d1";
    static final String STAGENET_TRANSACTION =
        "013c01ff0001ffffffffffff0302df5d56da0c7d643ddd1ce61901c7bdc5fb1738bfe39fbe69c28a3a703272"
            + "9c0f2101168d0c4ca86fb55a4cf6a36d31431be1c53a3bd7411bb24e8832410289fa6f3b";
  }
}
