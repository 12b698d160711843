package org.ringlight.rpc.epee;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes portable storage as monerod does: sizes in their shortest form. The caller opens each
 * section with its number of entries and names them in the order of their bytes, as monerod's map
 * has them; empty arrays are left out, as monerod leaves them out.
 *
 * <p>Source: monero v0.18.3.4 {@code contrib/epee/include/storages/portable_storage_to_bin.h}. Not
 * safe for use by several threads.
 */
public final class EpeeWriter {

  private byte[] bytes = new byte[256];
  private int length;

  /** A storage whose root section is to have {@code entries} entries. */
  public EpeeWriter(int entries) {
    raw(EpeeReader.HEADER);
    section(entries);
  }

  /** Opens the next element of an array of sections. */
  public void section(int entries) {
    size(entries);
  }

  public void objectEntry(String name, int entries) {
    head(name, EpeeType.OBJECT.code);
    size(entries);
  }

  public void bool(String name, boolean value) {
    head(name, EpeeType.BOOL.code);
    little(value ? 1 : 0, 1);
  }

  public void uint64(String name, long value) {
    integer(name, EpeeType.UINT64, value);
  }

  /** An integer entry of this type: the low bytes of {@code value}. */
  public void integer(String name, EpeeType type, long value) {
    head(name, type.code);
    little(value, type.fewestBytes);
  }

  public void real(String name, double value) {
    integer(name, EpeeType.DOUBLE, Double.doubleToRawLongBits(value));
  }

  public void string(String name, byte[] value) {
    head(name, EpeeType.STRING.code);
    stringElement(value);
  }

  public void text(String name, String value) {
    string(name, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Opens an array of {@code count} elements, which the caller writes next. */
  public void array(String name, EpeeType elements, int count) {
    head(name, elements.code | EpeeType.ARRAY_FLAG);
    size(count);
  }

  /**
   * The same held as a value of type {@link EpeeType#ARRAY}, which monerod reads but never writes.
   */
  void arrayInside(String name, EpeeType elements, int count) {
    head(name, EpeeType.ARRAY.code);
    little(elements.code | EpeeType.ARRAY_FLAG, 1);
    size(count);
  }

  public void strings(String name, List<byte[]> values) {
    array(name, EpeeType.STRING, values.size());
    values.forEach(this::stringElement);
  }

  public void longs(String name, long[] values) {
    array(name, EpeeType.UINT64, values.length);
    for (long value : values) {
      little(value, Long.BYTES);
    }
  }

  public void stringElement(byte[] value) {
    size(value.length);
    raw(value);
  }

  /** An element of an array of integers of this type, or of doubles as their bits. */
  public void integerElement(EpeeType type, long value) {
    little(value, type.fewestBytes);
  }

  /** What has been written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** The smallest size that needs a form of {@code width} bytes. */
  static long firstOfWidth(int width) {
    return 1L << (4 * width - 2);
  }

  private void head(String name, int type) {
    byte[] letters = name.getBytes(StandardCharsets.ISO_8859_1);
    if (letters.length == 0 || letters.length > 255) {
      throw new IllegalArgumentException("a name of 1 to 255 letters wanted: \"" + name + "\"");
    }
    little(letters.length, 1);
    raw(letters);
    little(type, 1);
  }

  private void size(long size) {
    int form = 0;
    while (form < 3 && size >= firstOfWidth(2 << form)) {
      form++;
    }
    little((size << 2) | form, 1 << form);
  }

  private void little(long value, int width) {
    grow(width);
    for (int i = 0; i < width; i++) {
      bytes[length++] = (byte) (value >>> (8 * i));
    }
  }

  private void raw(byte[] values) {
    grow(values.length);
    System.arraycopy(values, 0, bytes, length, values.length);
    length += values.length;
  }

  private void grow(int more) {
    int needed = Math.addExact(length, more);
    if (needed > bytes.length) {
      bytes =
          Arrays.copyOf(
              bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * bytes.length)));
    }
  }
}
