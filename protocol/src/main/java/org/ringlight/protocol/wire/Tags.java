package org.ringlight.protocol.wire;

/**
 * The byte before each input and output that says its kind. Source: monero v0.18.3.4
 * src/cryptonote_basic/cryptonote_basic.h VARIANT_TAG.
 */
final class Tags {

  static final int INPUT_COINBASE = 0xff;
  static final int INPUT_TO_KEY = 0x02;
  static final int OUTPUT_TO_KEY = 0x02;
  static final int OUTPUT_TO_TAGGED_KEY = 0x03;

  private Tags() {}
}
