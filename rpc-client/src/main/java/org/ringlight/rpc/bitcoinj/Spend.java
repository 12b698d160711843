package org.ringlight.rpc.bitcoinj;

/** What a key brings to a transaction: an output of its own. */
public record Spend(SigningKey key, Coins coins) {}
