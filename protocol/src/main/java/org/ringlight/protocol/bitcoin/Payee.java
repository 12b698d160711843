package org.ringlight.protocol.bitcoin;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who can spend an output, as far as its script names one.
 *
 * @param type the script's kind
 * @param program the bytes that name the payee: the hash of a key or script, a witness program, or
 *     a bare public key; null where the script names none
 * @param witnessVersion of {@link ScriptType#WITNESS_UNKNOWN} and the other witness types, else -1
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content below
public record Payee(ScriptType type, byte @Nullable [] program, int witnessVersion) {

  /** A script that names nobody. */
  public static Payee nobody(ScriptType type) {
    return new Payee(type, null, -1);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Payee that
        && type == that.type
        && witnessVersion == that.witnessVersion
        && Arrays.equals(program, that.program);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + Arrays.hashCode(program);
  }

  @Override
  public String toString() {
    return type.word();
  }
}
