package org.ringlight.protocol.wire;

import java.util.Arrays;
import org.ringlight.protocol.Bytes;
import org.ringlight.protocol.Bytes32;

/** Writes bytes front to back into a buffer that grows. Not thread-safe. */
public final class WireWriter {

  private byte[] bytes;
  private int size;

  public WireWriter() {
    this(256);
  }

  /** With room for {@code capacity} bytes before it must grow. */
  public WireWriter(int capacity) {
    this.bytes = new byte[capacity];
  }

  /** How many bytes were written. */
  public int size() {
    return size;
  }

  /** One byte: the lowest eight bits. */
  public void u8(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
  }

  /** Four bytes, least significant first: the lowest 32 bits. */
  public void u32(long value) {
    reserve(4);
    for (int i = 0; i < 4; i++) {
      bytes[size++] = (byte) (value >>> (8 * i));
    }
  }

  /** An unsigned 64-bit varint, as short as can be. */
  public void varint(long value) {
    reserve(10);
    long rest = value;
    while (rest >>> 7 != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  public void bytes(byte[] source) {
    reserve(source.length);
    System.arraycopy(source, 0, bytes, size, source.length);
    size += source.length;
  }

  public void bytes(Bytes source) {
    reserve(source.size());
    source.copyTo(bytes, size);
    size += source.size();
  }

  public void bytes(Bytes32 source) {
    reserve(Bytes32.LENGTH);
    source.copyTo(bytes, size);
    size += Bytes32.LENGTH;
  }

  /** A copy of everything written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** How many bytes {@link #varint} writes for this unsigned value: 1 to 10. */
  public static int varintSize(long value) {
    return value == 0 ? 1 : (70 - Long.numberOfLeadingZeros(value)) / 7;
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, Math.multiplyExact(bytes.length, 2)));
    }
  }
}
