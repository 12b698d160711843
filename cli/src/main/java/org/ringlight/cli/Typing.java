package org.ringlight.cli;

import java.util.Locale;
import java.util.function.Function;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How hashes and keys are typed, so that what is none is wrong usage before anything is opened. */
final class Typing {

  private Typing() {}

  static void register(CommandLine line) {
    line.registerConverter(TxHash.class, hex("a transaction hash", TxHash::parse));
    line.registerConverter(KeyImage.class, hex("a key image", KeyImage::parse));
    line.registerConverter(BlockName.class, BlockName::parse);
    line.registerConverter(OutputName.class, OutputName::parse);
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
