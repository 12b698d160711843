package org.ringlight.cli;

/** A chain, where a name alone does not say which. */
enum Chain {
  MONERO,
  BITCOIN
}
