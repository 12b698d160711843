package org.ringlight.rpc;

/** What an account owns and what of it can be spent now, in atomic units. */
public record WalletBalance(long total, long unlocked) {}
