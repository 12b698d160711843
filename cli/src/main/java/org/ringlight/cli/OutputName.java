package org.ringlight.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringlight.protocol.PublicKey;
import picocli.CommandLine.TypeConversionException;

/** An output as it is named on the command line: by its place in an index space, or by its key. */
sealed interface OutputName {

  /**
   * By place.
   *
   * @param space the index space, unsigned 64 bits
   */
  record Place(long space, long index) implements OutputName {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,20}):([0-9]{1,18})");

    @Override
    public String toString() {
      return Long.toUnsignedString(space) + ":" + index;
    }
  }

  /** By one-time output key; several outputs may have one. */
  record Key(PublicKey key) implements OutputName {
    @Override
    public String toString() {
      return key.toString();
    }
  }

  static OutputName parse(String typed) throws Exception {
    Matcher place = Place.FORM.matcher(typed);
    if (!place.matches()) {
      return new Key(Typing.hex("SPACE:INDEX, nor a public key", PublicKey::parse).convert(typed));
    }
    try {
      return new Place(Long.parseUnsignedLong(place.group(1)), Long.parseLong(place.group(2)));
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + typed + "': an index space has 64 bits");
    }
  }
}
