package org.ringlight.lake;

import java.util.Map;
import java.util.Optional;
import org.ringlight.protocol.BlockHash;

/**
 * Which chain a namespace's tables are of.
 *
 * @param network the network's name, as its nodes say it
 * @param genesis the id of block 0
 */
public record ChainIdentity(String network, BlockHash genesis) {

  private static final String NETWORK = "ringlight.network";
  private static final String GENESIS = "ringlight.genesis";

  static Optional<ChainIdentity> of(Map<String, String> properties) {
    String network = properties.get(NETWORK);
    String genesis = properties.get(GENESIS);
    return network == null || genesis == null
        ? Optional.empty()
        : Optional.of(new ChainIdentity(network, BlockHash.parse(genesis)));
  }

  Map<String, String> properties() {
    return Map.of(NETWORK, network, GENESIS, genesis.toString());
  }
}
