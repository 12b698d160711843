package org.ringlight.protocol.extra;

/** The byte before each field. Source: monero v0.18.3.4 src/cryptonote_basic/tx_extra.h. */
final class ExtraTags {

  static final int PADDING = 0x00;
  static final int TRANSACTION_KEY = 0x01;
  static final int NONCE = 0x02;
  static final int MERGE_MINING = 0x03;
  static final int ADDITIONAL_KEYS = 0x04;
  static final int MINER_GATE = 0xde;

  private ExtraTags() {}
}
