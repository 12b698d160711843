package org.ringlight.protocol.wire;

import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Bytes32;

/**
 * Reads a range of bytes from front to back. Every method says in its message what it wanted and at
 * which byte, and none allocates more than the bytes that are left call for. Not thread-safe.
 *
 * <p>Varints as in monero v0.18.3.4 src/common/varint.h read_varint: seven bits a byte, least
 * significant first; a last byte of zero and more bits than fit are refused. Where monerod takes a
 * varint cut off by the end of the bytes for a complete one, this reader says truncated.
 */
public final class WireReader {

  private static final String REMEDY =
      "the bytes are damaged or not Monero's: fetch them again, from another node if it repeats";

  private final byte[] bytes;
  private final int start;
  private final int end;
  private int position;

  private WireReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.position = start;
  }

  /** Reads all of {@code bytes}, which are not copied. */
  public static WireReader of(byte[] bytes) {
    return new WireReader(bytes, 0, bytes.length);
  }

  /** Reads {@code bytes} from {@code start} to before {@code end}; they are not copied. */
  public static WireReader of(byte[] bytes, int start, int end) {
    if (start < 0 || start > end || end > bytes.length) {
      throw new IllegalArgumentException(start + " to " + end + " of " + bytes.length);
    }
    return new WireReader(bytes, start, end);
  }

  /** Index in the underlying array of the byte to be read next. */
  public int position() {
    return position;
  }

  /** How many bytes are left. */
  public int remaining() {
    return end - position;
  }

  /** One byte, 0 to 255. */
  public int u8(String what) {
    if (position == end) {
      throw truncated(what, 1);
    }
    return bytes[position++] & 0xff;
  }

  /** Four bytes, least significant first, 0 to 2^32 - 1. */
  public long u32(String what) {
    need(4, what);
    long value = 0;
    for (int i = 3; i >= 0; i--) {
      value = (value << 8) | (bytes[position + i] & 0xff);
    }
    position += 4;
    return value;
  }

  /** An unsigned varint of at most 64 bits. */
  public long varint(String what) {
    if (position < end && bytes[position] >= 0) {
      return bytes[position++];
    }
    return longVarint(64, what);
  }

  /** An unsigned varint of at most {@code bits} bits, fewer than 64. */
  public long varint(int bits, String what) {
    return longVarint(bits, what);
  }

  private long longVarint(int bits, String what) {
    int from = position;
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      if (position == end) {
        position = from;
        throw truncated(what, end - from + 1);
      }
      int next = bytes[position++] & 0xff;
      if (shift + 7 >= bits && next >= 1 << (bits - shift)) {
        position = from;
        throw invalid(what + " is a varint of more than " + bits + " bits");
      }
      if (next == 0 && shift != 0) {
        position = from;
        throw invalid(what + " is a varint with a needless last byte");
      }
      value |= (long) (next & 0x7f) << shift;
      if (next < 0x80) {
        return value;
      }
    }
  }

  /**
   * A varint that counts things to come, each of at least {@code minimumBytes}: refused when the
   * bytes left cannot hold that many.
   */
  public int count(String what, int minimumBytes) {
    int from = position;
    long count = varint(what);
    if (Long.compareUnsigned(count, remaining() / minimumBytes) > 0) {
      position = from;
      throw invalid(
          what
              + " is "
              + Long.toUnsignedString(count)
              + ", more than the bytes that follow can hold");
    }
    return Math.toIntExact(count);
  }

  /** The next {@code length} bytes. */
  public Bytes bytes(long length, String what) {
    return since(skip(length, what));
  }

  /**
   * Passes 32 bytes and returns where in the underlying array they start, for {@code at} of the
   * classes over {@link Bytes32}.
   */
  public int skip32(String what) {
    return skip(Bytes32.LENGTH, what);
  }

  /** Passes {@code length} bytes and returns where in the underlying array they start. */
  public int skip(long length, String what) {
    need(length, what);
    int from = position;
    position += Math.toIntExact(length);
    return from;
  }

  /** The bytes from {@code from}, a position passed earlier, to here. */
  Bytes since(int from) {
    return Bytes.at(bytes, from, position);
  }

  /** Refuses bytes that are left over. */
  public void requireEnd(String what) {
    if (position != end) {
      throw invalid(remaining() + " bytes are left over after " + what);
    }
  }

  /** The failure that says {@code what} and where this reader stands. */
  public DataInvalid invalid(String what) {
    return new DataInvalid(what, "byte " + (position - start) + " of " + (end - start), REMEDY);
  }

  private void need(long length, String what) {
    if (length > end - position) {
      throw truncated(what, length);
    }
  }

  private DataInvalid truncated(String what, long wanted) {
    return invalid(what + " is cut off: " + wanted + " bytes wanted, " + remaining() + " left");
  }
}
