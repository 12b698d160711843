package org.ringlight.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import org.ringlight.truth.evaluate.Breakdown;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * How hashes, keys and days are typed, so that what is none is wrong usage before anything is
 * opened.
 */
public final class Typing {

  private static final Function<String, TxHash> TX_HASH = hex("a transaction hash", TxHash::parse);

  private Typing() {}

  static void register(CommandLine line) {
    line.registerConverter(TxHash.class, TX_HASH::apply);
    line.registerConverter(KeyImage.class, hex("a key image", KeyImage::parse)::apply);
    line.registerConverter(BlockName.class, BlockName::parse);
    line.registerConverter(AskedOutput.class, AskedOutput::parse);
    line.registerConverter(Breakdown.class, Typing::breakdown);
    line.registerConverter(LocalDate.class, Typing::date);
  }

  /**
   * Any number of hashes: of a list that may be empty, picocli takes a word that is none for one
   * that belongs elsewhere.
   *
   * @throws ParameterException where one is no hash
   */
  public static List<TxHash> transactions(CommandSpec spec, List<String> typed) {
    return typed.stream().map(one -> transaction(spec, one)).toList();
  }

  private static TxHash transaction(CommandSpec spec, String typed) {
    try {
      return TX_HASH.apply(typed);
    } catch (TypeConversionException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
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

  static <T> Function<String, T> hex(String what, Function<String, T> parse) {
    return typed -> {
      if (!typed.matches("[0-9a-fA-F]{64}")) {
        throw new TypeConversionException("'" + typed + "' is not " + what + " of 64 hex digits");
      }
      return parse.apply(typed.toLowerCase(Locale.ROOT));
    };
  }
}
