package org.ringlight.protocol.bitcoin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an input's script and witness show without the output that they spend: which script they
 * reveal, and whether their signatures bind the whole transaction. Never throws, whatever they
 * hold; looks at each byte a bounded number of times.
 *
 * <p>Kinds are told apart by shape alone: a key and its signature (P2PKH, P2WPKH, also inside
 * P2SH), signatures alone (P2PK, bare multisig), a script last (P2SH, P2WSH, also inside P2SH), a
 * control block last (P2TR by script: its first byte is no opcode that a script could run), one
 * item of 64 or 65 bytes (P2TR by key). An annex is left aside (BIP 341). What has the length and
 * first byte of a signature counts as one, so that data which look like a signature of another kind
 * can make {@link #signsAll} false. Sources: Bitcoin Core v28.0 {@code src/script/interpreter.cpp}
 * ({@code VerifyScript}, {@code SignatureHash}, {@code SignatureHashSchnorr}); BIPs 16, 141, 341.
 *
 * @param signsAll see {@link BitcoinInput}
 * @param revealedScript see {@link BitcoinInput}
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record InputScripts(boolean signsAll, byte @Nullable [] revealedScript) {

  private static final InputScripts NOTHING = new InputScripts(true, null);

  private static final int NONE = 2;
  private static final int SINGLE = 3;
  private static final int ANYONE_CAN_PAY = 0x80;
  private static final int ANNEX = 0x50;
  private static final int TAPROOT_CONTROL = 0xc0;
  private static final int SCHNORR = 64;
  private static final int SIGNATURE_MOST = 80;

  /** More items than any signature check takes; what comes after is not looked at. */
  private static final int PUSHES_MOST = 1000;

  /**
   * Reads them.
   *
   * @param script as on the chain
   * @param witness its items, the lowest of the stack first; empty where there is none
   */
  public static InputScripts read(byte[] script, List<byte[]> witness) {
    return witness.isEmpty() ? ofScript(script) : ofWitness(script, witness);
  }

  private static InputScripts ofScript(byte[] script) {
    List<byte[]> pushes = pushes(script);
    if (pushes.isEmpty()) {
      return NOTHING;
    }
    byte[] last = pushes.get(pushes.size() - 1);
    if (pushes.size() == 2 && OutputScripts.isPublicKey(last, 0, last.length)) {
      return new InputScripts(bindsAll(pushes.get(0)), null);
    }
    if (isSignature(last) || last.length == 0) {
      return new InputScripts(allBindAll(pushes, pushes.size()), null);
    }
    return new InputScripts(allBindAll(pushes, pushes.size() - 1), last);
  }

  private static InputScripts ofWitness(byte[] script, List<byte[]> witness) {
    int count = witness.size();
    boolean nested = script.length > 0;
    if (!nested && count > 1 && startsWith(witness.get(count - 1), ANNEX)) {
      count--;
    }
    byte[] last = witness.get(count - 1);
    if (!nested && count == 1 && (last.length == SCHNORR || last.length == SCHNORR + 1)) {
      return new InputScripts(schnorrBindsAll(last), null);
    }
    if (!nested && count > 1 && isControlBlock(last)) {
      boolean all = true;
      for (byte[] item : witness.subList(0, count - 2)) {
        all &= schnorrBindsAll(item);
      }
      return new InputScripts(all, witness.get(count - 2));
    }
    if (count == 2 && last.length == 33 && OutputScripts.isPublicKey(last, 0, last.length)) {
      return new InputScripts(bindsAll(witness.get(0)), nested ? redeemScript(script) : null);
    }
    return new InputScripts(allBindAll(witness, count - 1), last);
  }

  /** The program that the script of an input of nested witnesses pushes. */
  private static byte @Nullable [] redeemScript(byte[] script) {
    List<byte[]> pushes = pushes(script);
    return pushes.size() == 1 ? pushes.get(0) : null;
  }

  /** What a script pushes; nothing where it does more than push. */
  private static List<byte[]> pushes(byte[] script) {
    List<byte[]> pushes = new ArrayList<>();
    ScriptSteps steps = new ScriptSteps(script, 0);
    while (pushes.size() < PUSHES_MOST && steps.next()) {
      if (!steps.pushes()) {
        return List.of();
      }
      pushes.add(
          Arrays.copyOfRange(script, steps.dataFrom(), steps.dataFrom() + steps.dataLength()));
    }
    return steps.atEnd() ? pushes : List.of();
  }

  private static boolean allBindAll(List<byte[]> items, int count) {
    for (byte[] item : items.subList(0, count)) {
      if (isSignature(item) && !bindsAll(item)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the bytes begin as an ECDSA signature in DER and are about as long. Lengths inside are
   * left unread: before BIP 66 the chain took signatures that had them wrong.
   */
  private static boolean isSignature(byte[] bytes) {
    return bytes.length >= 9
        && bytes.length <= SIGNATURE_MOST
        && bytes[0] == 0x30
        && bytes[2] == 0x02;
  }

  /** Whether an ECDSA signature, whatever its encoding, binds all inputs and outputs. */
  private static boolean bindsAll(byte[] signature) {
    return signature.length == 0 || hashBindsAll(signature[signature.length - 1]);
  }

  /** Whether an item, if it is a Schnorr signature, binds all inputs and outputs. */
  private static boolean schnorrBindsAll(byte[] item) {
    return item.length != SCHNORR + 1 || hashBindsAll(item[SCHNORR]);
  }

  private static boolean hashBindsAll(byte kind) {
    int outputs = kind & 0x1f;
    return (kind & ANYONE_CAN_PAY) == 0 && outputs != NONE && outputs != SINGLE;
  }

  private static boolean isControlBlock(byte[] item) {
    return item.length >= 33
        && item.length <= 33 + 32 * 128
        && (item.length - 33) % 32 == 0
        && (item[0] & 0xff) >= TAPROOT_CONTROL;
  }

  private static boolean startsWith(byte[] item, int first) {
    return item.length > 0 && (item[0] & 0xff) == first;
  }
}
