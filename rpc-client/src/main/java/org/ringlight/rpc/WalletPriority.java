package org.ringlight.rpc;

/** The wallet's fee levels (monero v0.18.0.0 src/wallet/wallet2.cpp, adjust_priority). */
public enum WalletPriority {
  DEFAULT,
  UNIMPORTANT,
  NORMAL,
  ELEVATED
}
