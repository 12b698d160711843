package org.ringlight.protocol;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A ring's members as the wire names them: the first global index, then each one's distance from
 * the one before, in unsigned 64-bit arithmetic that wraps. Nothing is assumed about order or
 * uniqueness: before hard fork 6 a ring may name the same output twice (a distance of 0), and a
 * distance may wrap around. Immutable.
 *
 * @see <a href="https://github.com/monero-project/monero">monero v0.18.3.4
 *     src/cryptonote_basic/cryptonote_format_utils.cpp relative_output_offsets_to_absolute</a>
 */
public final class KeyOffsets {

  private final long[] relative;

  private KeyOffsets(long[] relative) {
    this.relative = relative;
  }

  /** The offsets as they stand on the wire, unsigned. */
  public static KeyOffsets ofRelative(long... relative) {
    return new KeyOffsets(relative.clone());
  }

  /** The offsets that name these global indices in this order, unsigned. */
  public static KeyOffsets ofAbsolute(long... absolute) {
    long[] relative = absolute.clone();
    for (int i = relative.length - 1; i > 0; i--) {
      relative[i] -= relative[i - 1];
    }
    return new KeyOffsets(relative);
  }

  /** Ring size: how many members, duplicates counted. */
  public int size() {
    return relative.length;
  }

  /** The offsets as they stand on the wire, unsigned; a copy. */
  public long[] relative() {
    return relative.clone();
  }

  /** The global indices in wire order, unsigned; a new array each time. */
  public long[] absolute() {
    long[] absolute = relative.clone();
    for (int i = 1; i < absolute.length; i++) {
      absolute[i] += absolute[i - 1];
    }
    return absolute;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyOffsets that && Arrays.equals(relative, that.relative);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(relative);
  }

  /** The offsets as they stand on the wire. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < relative.length; i++) {
      text.append(i == 0 ? "" : " +").append(Long.toUnsignedString(relative[i]));
    }
    return text.append(']').toString();
  }
}
