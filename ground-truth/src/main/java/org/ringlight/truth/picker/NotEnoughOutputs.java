package org.ringlight.truth.picker;

/**
 * A chain on which a wallet cannot make the ring it is asked for; the wallet would refuse to pay.
 */
public final class NotEnoughOutputs extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  NotEnoughOutputs(String message) {
    super(message);
  }
}
