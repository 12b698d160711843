package org.ringlight.rpc;

/**
 * An address of a wallet: {@code index} 0 of account 0 is the primary address, every other one a
 * subaddress.
 */
public record WalletAddress(int account, int index, String address) {}
