package org.ringlight.protocol.bitcoin;

/**
 * Walks over a script's operations without running them (Bitcoin Core v28.0 {@code
 * src/script/script.cpp}, {@code GetScriptOp}). Allocates nothing.
 */
final class ScriptSteps {

  private final byte[] script;
  private int at;
  private int opcode;
  private int dataFrom;

  ScriptSteps(byte[] script, int from) {
    this.script = script;
    this.at = from;
  }

  /** Goes to the next operation; false at the end, and where its data go beyond the end. */
  boolean next() {
    if (at >= script.length) {
      return false;
    }
    opcode = script[at++] & 0xff;
    int lengthBytes =
        switch (opcode) {
          case Opcodes.PUSHDATA_1 -> 1;
          case Opcodes.PUSHDATA_2 -> 2;
          case Opcodes.PUSHDATA_4 -> 4;
          default -> 0;
        };
    long length = opcode < Opcodes.PUSHDATA_1 ? opcode : 0;
    if (lengthBytes > script.length - at) {
      return broken();
    }
    for (int i = 0; i < lengthBytes; i++) {
      length |= (script[at++] & 0xffL) << (8 * i);
    }
    if (length > script.length - at) {
      return broken();
    }
    dataFrom = at;
    at += (int) length;
    return true;
  }

  private boolean broken() {
    at = Integer.MAX_VALUE;
    return false;
  }

  /** Whether all was walked over and nothing was broken. */
  boolean atEnd() {
    return at == script.length;
  }

  int opcode() {
    return opcode;
  }

  /** Whether the operation puts data or a small number on the stack and does nothing else. */
  boolean pushes() {
    return opcode <= Opcodes.NUMBER_16;
  }

  /** Where the operation's data begin. */
  int dataFrom() {
    return dataFrom;
  }

  /** How many bytes of data the operation has. */
  int dataLength() {
    return at - dataFrom;
  }
}
