package org.ringlight.protocol.bitcoin;

/**
 * The opcodes that tell kinds of scripts apart (Bitcoin Core v28.0 {@code src/script/script.h}).
 */
final class Opcodes {

  static final int PUSHDATA_1 = 0x4c;
  static final int PUSHDATA_2 = 0x4d;
  static final int PUSHDATA_4 = 0x4e;
  static final int NUMBER_1 = 0x51;
  static final int NUMBER_16 = 0x60;
  static final int RETURN = 0x6a;
  static final int DUP = 0x76;
  static final int EQUAL = 0x87;
  static final int EQUALVERIFY = 0x88;
  static final int HASH160 = 0xa9;
  static final int CHECKSIG = 0xac;
  static final int CHECKMULTISIG = 0xae;

  private Opcodes() {}
}
