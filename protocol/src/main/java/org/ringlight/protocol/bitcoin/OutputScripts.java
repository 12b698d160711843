package org.ringlight.protocol.bitcoin;

import java.util.Arrays;

/**
 * Tells what an output's script asks of its spender. Source: Bitcoin Core v28.0 {@code
 * src/script/solver.cpp} ({@code Solver}), {@code src/script/script.cpp} ({@code IsWitnessProgram},
 * {@code IsPayToAnchor}). Never throws, whatever the script.
 */
public final class OutputScripts {

  private static final int KEYS_MOST = 20;

  private OutputScripts() {}

  /** Who can spend an output of this script. */
  public static Payee payee(byte[] script) {
    int length = script.length;
    if (length == 0) {
      return Payee.nobody(ScriptType.NONSTANDARD);
    }
    if (length == 23
        && op(script, 0) == Opcodes.HASH160
        && op(script, 1) == 20
        && op(script, 22) == Opcodes.EQUAL) {
      return named(ScriptType.P2SH, script, 2, 22);
    }
    if (isWitnessProgram(script)) {
      return witness(script);
    }
    if (op(script, 0) == Opcodes.RETURN) {
      return Payee.nobody(pushesOnly(script) ? ScriptType.NULL_DATA : ScriptType.NONSTANDARD);
    }
    if (op(script, length - 1) == Opcodes.CHECKSIG) {
      if ((length == 35 || length == 67)
          && op(script, 0) == length - 2
          && isPublicKey(script, 1, length - 2)) {
        return named(ScriptType.P2PK, script, 1, length - 1);
      }
      if (length == 25
          && op(script, 0) == Opcodes.DUP
          && op(script, 1) == Opcodes.HASH160
          && op(script, 2) == 20
          && op(script, 23) == Opcodes.EQUALVERIFY) {
        return named(ScriptType.P2PKH, script, 3, 23);
      }
    }
    return Payee.nobody(isMultisig(script) ? ScriptType.MULTISIG : ScriptType.NONSTANDARD);
  }

  /** Whether the bytes have the first byte and the length of a public key. */
  static boolean isPublicKey(byte[] bytes, int from, int length) {
    if (length < 1) {
      return false;
    }
    return switch (bytes[from]) {
      case 2, 3 -> length == 33;
      case 4, 6, 7 -> length == 65;
      default -> false;
    };
  }

  /** Whether the script is a witness version and a program of 2 to 40 bytes (BIP 141). */
  static boolean isWitnessProgram(byte[] script) {
    return script.length >= 4
        && script.length <= 42
        && (op(script, 0) == 0 || isNumber(op(script, 0)))
        && op(script, 1) + 2 == script.length;
  }

  private static Payee witness(byte[] script) {
    int version = op(script, 0) == 0 ? 0 : op(script, 0) - Opcodes.NUMBER_1 + 1;
    byte[] program = Arrays.copyOfRange(script, 2, script.length);
    if (version == 0) {
      return switch (program.length) {
        case 20 -> new Payee(ScriptType.P2WPKH, program, 0);
        case 32 -> new Payee(ScriptType.P2WSH, program, 0);
        default -> Payee.nobody(ScriptType.NONSTANDARD);
      };
    }
    if (version == 1 && program.length == 32) {
      return new Payee(ScriptType.P2TR, program, 1);
    }
    boolean anchor =
        version == 1 && program.length == 2 && program[0] == 0x4e && program[1] == 0x73;
    return new Payee(anchor ? ScriptType.ANCHOR : ScriptType.WITNESS_UNKNOWN, program, version);
  }

  private static Payee named(ScriptType type, byte[] script, int from, int to) {
    return new Payee(type, Arrays.copyOfRange(script, from, to), -1);
  }

  private static boolean pushesOnly(byte[] script) {
    ScriptSteps steps = new ScriptSteps(script, 1);
    while (steps.next()) {
      if (!steps.pushes()) {
        return false;
      }
    }
    return steps.atEnd();
  }

  /** {@code m}, public keys, how many they are, {@code OP_CHECKMULTISIG}. */
  private static boolean isMultisig(byte[] script) {
    if (op(script, script.length - 1) != Opcodes.CHECKMULTISIG) {
      return false;
    }
    ScriptSteps steps = new ScriptSteps(script, 0);
    int wanted = steps.next() ? number(steps, script) : -1;
    if (wanted < 1) {
      return false;
    }
    int keys = 0;
    while (steps.next() && isPublicKey(script, steps.dataFrom(), steps.dataLength())) {
      keys++;
    }
    return keys <= KEYS_MOST
        && number(steps, script) == keys
        && wanted <= keys
        && steps.next()
        && steps.opcode() == Opcodes.CHECKMULTISIG
        && steps.atEnd();
  }

  /** A count of keys as {@code OP_1} to {@code OP_16}, or 17 to 20 as a byte; else -1. */
  private static int number(ScriptSteps steps, byte[] script) {
    if (isNumber(steps.opcode())) {
      return steps.opcode() - Opcodes.NUMBER_1 + 1;
    }
    if (steps.opcode() == 1 && steps.dataLength() == 1) {
      int value = script[steps.dataFrom()];
      return value > 16 && value <= KEYS_MOST ? value : -1;
    }
    return -1;
  }

  private static boolean isNumber(int opcode) {
    return opcode >= Opcodes.NUMBER_1 && opcode <= Opcodes.NUMBER_16;
  }

  private static int op(byte[] script, int at) {
    return script[at] & 0xff;
  }
}
