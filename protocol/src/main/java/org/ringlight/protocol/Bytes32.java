package org.ringlight.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Thirty-two bytes with a meaning: one subclass per meaning, so that a {@link TxHash} cannot be
 * passed as a {@link KeyImage}. Immutable; equal only to the same bytes of the same meaning. Prints
 * as 64 lower-case hex digits.
 */
public abstract sealed class Bytes32
    permits BlockHash, Commitment, Hash, KeyImage, PublicKey, TxHash {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;

  /** Takes {@code LENGTH} bytes of {@code source} from {@code offset}. */
  Bytes32(byte[] source, int offset) {
    this.bytes = Arrays.copyOfRange(source, offset, offset + LENGTH);
    if (offset > source.length - LENGTH) {
      throw new IllegalArgumentException("32 bytes wanted, " + (source.length - offset) + " given");
    }
  }

  static byte[] parseHex(String hex) {
    if (hex.length() != 2 * LENGTH) {
      throw new IllegalArgumentException("64 hex digits wanted, not " + hex.length() + ": " + hex);
    }
    return HexFormat.of().parseHex(hex);
  }

  /** A copy of the bytes. */
  public final byte[] toBytes() {
    return bytes.clone();
  }

  /** Writes the bytes to {@code target} at {@code offset}. */
  public final void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, LENGTH);
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Bytes32 that
        && that.getClass() == getClass()
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public final int hashCode() {
    return (int) INTS.get(bytes, 0);
  }

  @Override
  public final String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
