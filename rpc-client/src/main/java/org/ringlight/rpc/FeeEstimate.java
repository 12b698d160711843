package org.ringlight.rpc;

import java.util.List;

/**
 * What the node asks for relaying.
 *
 * @param feePerByte atomic units
 * @param tiers atomic units per byte from slow to fast; one where the node knows no tiers
 * @param quantization fees are rounded up to a multiple of this, in atomic units
 */
public record FeeEstimate(long feePerByte, List<Long> tiers, long quantization) {

  public FeeEstimate {
    tiers = List.copyOf(tiers);
  }
}
