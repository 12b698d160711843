package org.ringlight.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.function.Function;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.truth.evaluate.Breakdown;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How hashes, keys and days are typed, so that what is none is wrong usage before anything is
 * opened.
 */
final class Typing {

  private Typing() {}

  static void register(CommandLine line) {
    line.registerConverter(TxHash.class, hex("a transaction hash", TxHash::parse));
    line.registerConverter(KeyImage.class, hex("a key image", KeyImage::parse));
    line.registerConverter(BlockName.class, BlockName::parse);
    line.registerConverter(AskedOutput.class, AskedOutput::parse);
    line.registerConverter(Breakdown.class, Typing::breakdown);
    line.registerConverter(LocalDate.class, Typing::date);
  }

  private static LocalDate date(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + typed + "' is no day such as 2022-08-14");
    }
  }

  private static Breakdown breakdown(String typed) {
    for (Breakdown by : Breakdown.values()) {
      if (by.name().replace('_', '-').equalsIgnoreCase(typed)) {
        return by;
      }
    }
    throw new TypeConversionException("'" + typed + "' is neither era nor ring-size");
  }

  static <T> ITypeConverter<T> hex(String what, Function<String, T> parse) {
    return typed -> {
      if (!typed.matches("[0-9a-fA-F]{64}")) {
        throw new TypeConversionException("'" + typed + "' is not " + what + " of 64 hex digits");
      }
      return parse.apply(typed.toLowerCase(Locale.ROOT));
    };
  }
}
