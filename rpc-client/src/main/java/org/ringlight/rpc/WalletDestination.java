package org.ringlight.rpc;

/** One line of a payment: {@code amount} atomic units to {@code address}. */
public record WalletDestination(String address, long amount) {

  public WalletDestination {
    if (amount <= 0) {
      throw new IllegalArgumentException("a payment of " + amount + " atomic units to " + address);
    }
  }
}
