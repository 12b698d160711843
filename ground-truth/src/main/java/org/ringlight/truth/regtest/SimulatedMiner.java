package org.ringlight.truth.regtest;

import java.time.Duration;
import java.time.Instant;
import org.ringlight.protocol.BlockHash;
import org.ringlight.rpc.MinedBlock;
import org.ringlight.rpc.MiningClient;
import org.ringlight.rpc.MiningTemplate;

/**
 * Mines blocks at times of its own. A node takes any date from the median of the last 60 blocks to
 * two hours from now (monero v0.18.0.0 src/cryptonote_core/blockchain.cpp, check_block_timestamp).
 */
public final class SimulatedMiner {

  private final MonerodProcess node;
  private Instant now;

  /**
   * @param start date of what came before the first block
   */
  public SimulatedMiner(MonerodProcess node, Instant start) {
    this.node = node;
    this.now = start;
  }

  /** The date of the newest block. */
  public Instant now() {
    return now;
  }

  /**
   * Mines one block for {@code address}, dated {@code pause} after the last, with what the pool
   * holds. A node that dies over it is waited for.
   */
  public MinedBlock mine(String address, Duration pause) {
    now = now.plus(pause);
    long height = node.patiently(MiningClient::height);
    return node.patiently(
        mining -> {
          if (mining.height() == height) {
            submit(mining.template(address));
          }
          return mining.block(height);
        });
  }

  /** Mines one block that follows {@code previous}, wherever that stands. */
  public void mineOn(BlockHash previous, String address, Duration pause) {
    now = now.plus(pause);
    submit(node.mining().template(address, previous));
  }

  private void submit(MiningTemplate template) {
    node.mining().submit(template.dated(now));
  }
}
