package org.ringlight.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of any length that nothing here looks into, or not yet. Immutable: copied when made and
 * when taken out; equal by content; safe to share between threads. What has a meaning and 32 bytes
 * is a {@link Bytes32}.
 */
public final class Bytes {

  /** No bytes. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  /** The most that {@link #toString} writes out. */
  private static final int PRINTED_MAX = 64;

  private final byte[] bytes;

  /** Made when first asked for. Threads that race for it make the same. */
  private @Nullable Hash keccak;

  private Bytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /** All of {@code source}. */
  public static Bytes of(byte[] source) {
    return source.length == 0 ? EMPTY : new Bytes(source.clone());
  }

  /**
   * The bytes of {@code source} from {@code from} to before {@code to}.
   *
   * @throws IndexOutOfBoundsException where {@code source} has no such range
   */
  public static Bytes at(byte[] source, int from, int to) {
    Objects.checkFromToIndex(from, to, source.length);
    return from == to ? EMPTY : new Bytes(Arrays.copyOfRange(source, from, to));
  }

  /** How many. */
  public int size() {
    return bytes.length;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** The byte at this place, 0 to 255. */
  public int u8(int place) {
    return bytes[place] & 0xff;
  }

  /**
   * Those from {@code from} to before {@code to}.
   *
   * @throws IndexOutOfBoundsException where there is no such range
   */
  public Bytes slice(int from, int to) {
    return at(bytes, from, to);
  }

  /** A copy. */
  public byte[] toBytes() {
    return bytes.clone();
  }

  /** Writes all of them to {@code target} at {@code offset}. */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, bytes.length);
  }

  /** Writes all of them to {@code target}. */
  public void writeTo(OutputStream target) throws IOException {
    target.write(bytes);
  }

  /** Keccak-256 of them; computed once, however often it is asked for. */
  public Hash keccak() {
    Hash known = keccak;
    if (known == null) {
      known = Hash.of(Keccak.hash(bytes));
      keccak = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Lower-case hex digits; of more than 64 bytes the first 64, and how many there are in all. */
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return bytes.length <= PRINTED_MAX
        ? hex.formatHex(bytes)
        : hex.formatHex(bytes, 0, PRINTED_MAX) + "... (" + bytes.length + " bytes)";
  }
}
