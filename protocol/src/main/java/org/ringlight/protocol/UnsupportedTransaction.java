package org.ringlight.protocol;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A transaction of a kind this program does not read: an unknown version, RingCT type, input or
 * output. Its bytes are kept so that a later release can.
 *
 * @param bytes all of it; copied in and out
 * @param reason what was met, and where
 */
@SuppressWarnings("ArrayRecordComponent") // copied, and compared by content below
public record UnsupportedTransaction(byte[] bytes, String reason) implements Transaction {

  public UnsupportedTransaction {
    bytes = bytes.clone();
  }

  @Override
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UnsupportedTransaction that
        && Arrays.equals(bytes, that.bytes)
        && reason.equals(that.reason);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "UnsupportedTransaction[" + bytes.length + " bytes: " + reason + "]";
  }
}
