package org.ringlight.lake.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.ringlight.failure.DataInvalid;

/** Text that people write, by programs of their own. */
public final class TypedText {

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private TypedText() {}

  /**
   * UTF-8, without the mark that some programs put before it.
   *
   * @param file where the bytes are from
   * @throws DataInvalid where they are something else
   */
  public static String of(byte[] bytes, Path file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new DataInvalid("not UTF-8", file.toString(), "save it as UTF-8", e);
    }
  }
}
