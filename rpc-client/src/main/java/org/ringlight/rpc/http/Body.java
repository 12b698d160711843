package org.ringlight.rpc.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** An answer's bytes: the first {@code length} of {@code bytes}. */
@SuppressWarnings("ArrayRecordComponent") // handed from the transport to one decoder
record Body(byte[] bytes, int length) {

  private static final int FIRST = 1 << 16;

  /** The announced length was not kept to. */
  static final class CutShort extends IOException {
    private static final long serialVersionUID = 1L;

    CutShort(long came, long announced) {
      super("the connection ended after " + came + " of " + announced + " bytes");
    }
  }

  /** The answer took longer than it may in all. */
  static final class Late extends IOException {
    private static final long serialVersionUID = 1L;

    Late(String within, IOException cause) {
      super("no whole answer within " + within, cause);
    }
  }

  /** More than the bound came. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(long length) {
      super("an answer of " + length + " bytes or more");
    }
  }

  /**
   * Reads to the end. Grows with what arrives, so that an announced length alone allocates nothing.
   *
   * @param announced Content-Length, or -1 where the answer comes in chunks
   */
  static Body read(InputStream in, long announced, int largest) throws IOException {
    if (announced > largest) {
      throw new TooLarge(announced);
    }
    byte[] bytes = new byte[announced < 0 ? FIRST : (int) Math.min(announced, FIRST)];
    int length = 0;
    while (true) {
      if (length == bytes.length) {
        if (length == announced) {
          break;
        }
        int most = announced < 0 ? largest : (int) announced;
        if (length >= most) {
          if (in.read() < 0) {
            break;
          }
          throw new TooLarge(length + 1L);
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(most, Math.max(4L * length, FIRST)));
      }
      int count = in.read(bytes, length, bytes.length - length);
      if (count < 0) {
        break;
      }
      length += count;
    }
    if (announced >= 0 && length != announced) {
      throw new CutShort(length, announced);
    }
    return new Body(bytes, length);
  }
}
