package org.ringlight.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;
import picocli.CommandLine.TypeConversionException;

/** An output as it is named on the command line: by its place in an index space, or by its key. */
sealed interface AskedOutput {

  /** By place. */
  record Place(OutputName name) implements AskedOutput {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,20}):([0-9]{1,18})");

    @Override
    public String toString() {
      return name.toString();
    }
  }

  /** By one-time output key; several outputs may have one. */
  record Key(PublicKey key) implements AskedOutput {
    @Override
    public String toString() {
      return key.toString();
    }
  }

  static AskedOutput parse(String typed) {
    Matcher place = Place.FORM.matcher(typed);
    if (!place.matches()) {
      return new Key(Typing.hex("SPACE:INDEX, nor a public key", PublicKey::parse).apply(typed));
    }
    try {
      return new Place(
          new OutputName(Long.parseUnsignedLong(place.group(1)), Long.parseLong(place.group(2))));
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + typed + "': an index space has 64 bits");
    }
  }
}
