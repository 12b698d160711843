package org.ringlight.protocol;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The ring signatures of a version 1 transaction. */
public sealed interface Signatures {

  /**
   * All of them, 64 bytes each, ring after ring; empty in a coinbase.
   *
   * @param bytes copied in and out
   */
  @SuppressWarnings("ArrayRecordComponent") // copied, and compared by content below
  record Whole(byte[] bytes) implements Signatures {

    public Whole {
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    /** How many bytes. */
    public int size() {
      return bytes.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Whole that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
      return "Whole[" + bytes.length + " bytes]";
    }
  }

  /** Left out. The transaction's hash cannot be computed without them. */
  record Pruned() implements Signatures {}
}
