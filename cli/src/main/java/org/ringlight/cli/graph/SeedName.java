package org.ringlight.cli.graph;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.expand.Seed;
import org.ringlight.graph.expand.SeedLookUp;
import org.ringlight.lake.sql.SqlSession;
import org.ringlight.protocol.OutputName;

/** What {@code --seed} names. */
final class SeedName {

  private static final Pattern PLACE = Pattern.compile("([0-9]{1,20}):([0-9]{1,18})");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern ADDRESS = Pattern.compile("[1-9A-HJ-NP-Za-km-z]{90,110}");

  private SeedName() {}

  static Seed parse(String text, SqlSession tables) {
    Matcher place = PLACE.matcher(text);
    if (place.matches()) {
      return new Seed.OfOutput(
          new OutputName(unsigned(place.group(1)), Long.parseLong(place.group(2))));
    } else if (HEX.matcher(text).matches()) {
      return SeedLookUp.named(tables, text);
    } else if (ADDRESS.matcher(text).matches()) {
      throw new ConfigurationInvalid(
          "a Monero address is on no chain: every output has a one-time key of its own",
          "--seed",
          "name an output that was paid to it (the wallet's owner or a view key tells which)");
    }
    throw new ConfigurationInvalid(
        "'" + text + "' names nothing on a chain",
        "--seed",
        "give 64 hex digits, or an output as SPACE:INDEX");
  }

  private static long unsigned(String number) {
    try {
      return Long.parseUnsignedLong(number);
    } catch (NumberFormatException e) {
      throw new ConfigurationInvalid(
          "an index space has 64 bits: " + number, "--seed", "write it as in 0:1234", e);
    }
  }
}
