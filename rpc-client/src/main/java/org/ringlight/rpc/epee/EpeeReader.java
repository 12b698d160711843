package org.ringlight.rpc.epee;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;

/**
 * Pulls values out of portable storage in one pass, with no object per field. The caller walks the
 * shape it expects: {@link #section()} gives a section's number of entries; for each, {@link
 * #entry()} moves to it, {@link #named} tells which it is, and one of the value methods, or {@link
 * #skip()}, takes it. Elements of an array follow {@link #array} one by one.
 *
 * <p>Every count and length is compared with the bytes that are left before it is believed, so that
 * what is allocated never exceeds a small multiple of what was sent. Sizes must be written in their
 * shortest form, as monerod writes them. Anything else is a {@link DataInvalid} that names the
 * byte.
 *
 * <p>Source: monero v0.18.3.4 {@code contrib/epee/include/storages/portable_storage_from_bin.h}.
 * Not safe for use by several threads.
 */
public final class EpeeReader {

  /** How deep sections and arrays may nest where the reader skips them. */
  static final int DEEPEST = 64;

  /** Signature A, signature B, format version. */
  static final byte[] HEADER = {0x01, 0x11, 0x01, 0x01, 0x01, 0x01, 0x02, 0x01, 0x01};

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final int end;
  private int at;
  private int nameAt;
  private int nameLength;
  private @Nullable EpeeType type;
  private boolean array;

  /** Reads the first {@code length} bytes of {@code bytes}, which are not copied. */
  public EpeeReader(byte[] bytes, int length) {
    this.bytes = bytes;
    this.end = length;
    if (length < HEADER.length
        || !Arrays.equals(bytes, 0, HEADER.length, HEADER, 0, HEADER.length)) {
      throw invalid("no portable storage: it does not begin with its signature");
    }
    at = HEADER.length;
  }

  /**
   * Opens the root, the section entry just reached, or the next element of an array of sections.
   */
  public int section() {
    int entries = size();
    // an entry takes at least its name's length, one letter, its type and one byte of value
    if (entries > left() / 4) {
      throw invalid("a section of " + entries + " entries where " + left() + " bytes are left");
    }
    return entries;
  }

  /** Moves to the next entry of the section that is open. */
  public void entry() {
    nameLength = unsignedByte();
    if (nameLength == 0) {
      throw invalid("an entry without a name");
    }
    nameAt = at;
    need(nameLength);
    at += nameLength;
    type(unsignedByte());
  }

  /** Whether the entry just reached has this name. */
  public boolean named(String name) {
    if (name.length() != nameLength) {
      return false;
    }
    for (int i = 0; i < nameLength; i++) {
      if ((bytes[nameAt + i] & 0xff) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The name of the entry just reached. */
  public String name() {
    return new String(bytes, nameAt, nameLength, StandardCharsets.ISO_8859_1);
  }

  /** The type of the entry just reached, or of its elements where {@link #isArray()}. */
  public EpeeType type() {
    if (type == null) {
      throw new IllegalStateException("no entry has been reached");
    }
    return type;
  }

  public boolean isArray() {
    return array;
  }

  /** Takes the head of an array of {@code elements} and gives their number. */
  public int array(EpeeType elements) {
    if (!array || type() != elements) {
      throw invalid("\"" + name() + "\" is no array of " + elements);
    }
    return count(elements);
  }

  /** Opens the entry just reached as a section. */
  public int sectionEntry() {
    scalar(EpeeType.OBJECT);
    return section();
  }

  /** Takes an integer entry of any width that is not negative, or is an unsigned 64-bit one. */
  public long integer() {
    scalar(type());
    long value = integerOf(type());
    if (value < 0 && type() != EpeeType.UINT64) {
      throw invalid("\"" + name() + "\" is negative");
    }
    return value;
  }

  /** Takes a bool entry. */
  public boolean bool() {
    scalar(EpeeType.BOOL);
    return boolElement();
  }

  /** Takes a string entry; strings hold any bytes. */
  public byte[] string() {
    scalar(EpeeType.STRING);
    return stringElement();
  }

  /** Takes an array of unsigned 64-bit integers. */
  public long[] longs() {
    int count = array(EpeeType.UINT64);
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      values[i] = (long) LONGS.get(bytes, at);
      at += Long.BYTES;
    }
    return values;
  }

  /** Takes the next element of an array of strings. */
  public byte[] stringElement() {
    int length = size();
    need(length);
    byte[] value = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return value;
  }

  /** Takes the next element of an array of integers of this type. */
  public long integerElement(EpeeType integers) {
    return integerOf(integers);
  }

  /** Takes the next element of an array of bools. */
  public boolean boolElement() {
    int value = unsignedByte();
    if (value > 1) {
      throw invalid("a bool of " + value);
    }
    return value == 1;
  }

  /** Takes the next element of an array of doubles, or a double entry. */
  public double doubleElement() {
    need(Double.BYTES);
    long bits = (long) LONGS.get(bytes, at);
    at += Double.BYTES;
    return Double.longBitsToDouble(bits);
  }

  /** Takes the type byte of an array held as a value of type {@link EpeeType#ARRAY}. */
  public void arrayEntry() {
    scalar(EpeeType.ARRAY);
    type(unsignedByte());
    if (!array) {
      throw invalid("\"" + name() + "\" holds no array");
    }
  }

  /** Passes over the entry just reached, whatever it holds. */
  public void skip() {
    skipEntry(0);
  }

  /** Checks that nothing follows the root section. */
  public void finish() {
    if (at != end) {
      throw invalid(left() + " bytes follow the end of the storage");
    }
  }

  /** Bytes not yet taken. */
  public int left() {
    return end - at;
  }

  /** What is wrong at the byte reached; the caller adds where the bytes came from. */
  public DataInvalid invalid(String what) {
    return new DataInvalid(what, "byte " + at, "ask another node, or one closer to you");
  }

  private void skipEntry(int depth) {
    if (depth > DEEPEST) {
      throw invalid("sections nested deeper than " + DEEPEST);
    }
    EpeeType skipped = type();
    if (skipped == EpeeType.ARRAY) {
      arrayEntry();
      skipped = type();
    }
    if (!array) {
      skipValue(skipped, depth);
      return;
    }
    int count = count(skipped);
    switch (skipped) {
      case STRING, OBJECT, BOOL -> {
        for (int i = 0; i < count; i++) {
          skipValue(skipped, depth);
        }
      }
      default -> at += count * skipped.fewestBytes; // counted against what is left: no overflow
    }
  }

  private void skipValue(EpeeType skipped, int depth) {
    switch (skipped) {
      case STRING -> {
        int length = size();
        need(length);
        at += length;
      }
      case OBJECT -> {
        int entries = section();
        for (int i = 0; i < entries; i++) {
          entry();
          skipEntry(depth + 1);
        }
      }
      case BOOL -> boolElement();
      default -> {
        need(skipped.fewestBytes);
        at += skipped.fewestBytes;
      }
    }
  }

  private void type(int code) {
    EpeeType known = EpeeType.of(code);
    if (known == null) {
      throw invalid("type " + code + " is none of portable storage's");
    }
    type = known;
    array = (code & EpeeType.ARRAY_FLAG) != 0;
    if (array && known == EpeeType.ARRAY) {
      throw invalid("an array of arrays, which monerod neither writes nor reads");
    }
  }

  private void scalar(EpeeType wanted) {
    if (array || type() != wanted) {
      throw invalid(
          "\""
              + name()
              + "\" is "
              + (array ? "an array of " : "of type ")
              + type()
              + ", not "
              + wanted);
    }
  }

  private int count(EpeeType elements) {
    int count = size();
    if (count > left() / elements.fewestBytes) {
      throw invalid(
          "an array of " + count + " " + elements + " where " + left() + " bytes are left");
    }
    return count;
  }

  private long integerOf(EpeeType integers) {
    need(integers.fewestBytes);
    long value =
        switch (integers) {
          case INT64, UINT64 -> (long) LONGS.get(bytes, at);
          case INT32 -> (int) INTS.get(bytes, at);
          case UINT32 -> (int) INTS.get(bytes, at) & 0xffff_ffffL;
          case INT16 -> (short) SHORTS.get(bytes, at);
          case UINT16 -> (short) SHORTS.get(bytes, at) & 0xffff;
          case INT8 -> bytes[at];
          case UINT8 -> bytes[at] & 0xff;
          case DOUBLE, STRING, BOOL, OBJECT, ARRAY ->
              throw invalid("\"" + name() + "\" is " + integers + ", not an integer");
        };
    at += integers.fewestBytes;
    return value;
  }

  /** A size: its two low bits say how many bytes it takes, the rest is its value. */
  private int size() {
    need(1);
    int width = 1 << (bytes[at] & 3);
    need(width);
    long size =
        switch (width) {
          case 1 -> (bytes[at] & 0xff) >>> 2;
          case 2 -> ((short) SHORTS.get(bytes, at) & 0xffff) >>> 2;
          case 4 -> (int) INTS.get(bytes, at) >>> 2;
          default -> (long) LONGS.get(bytes, at) >>> 2;
        };
    if (width > 1 && size < EpeeWriter.firstOfWidth(width)) {
      throw invalid("a size of " + size + " in " + width + " bytes, not in its shortest form");
    }
    if (size > left() - width) {
      throw invalid("a size of " + size + " where " + (left() - width) + " bytes are left");
    }
    at += width;
    return (int) size;
  }

  private int unsignedByte() {
    need(1);
    return bytes[at++] & 0xff;
  }

  private void need(int count) {
    if (count > left()) {
      throw invalid("it ends where " + count + " more bytes should be");
    }
  }
}
