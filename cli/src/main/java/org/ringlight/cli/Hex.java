package org.ringlight.cli;

import java.util.Locale;
import org.ringlight.failure.ConfigurationInvalid;

/** Hashes and keys as they are typed. */
final class Hex {

  private Hex() {}

  static boolean looksLikeOne(String typed) {
    return typed.matches("[0-9a-fA-F]{64}");
  }

  /** The 64 digits in lower case. */
  static String required(String typed, String what) {
    if (!looksLikeOne(typed)) {
      throw new ConfigurationInvalid(
          "not " + what + ": '" + typed + "'", what, "it has 64 hex digits");
    }
    return typed.toLowerCase(Locale.ROOT);
  }

  static ConfigurationInvalid notFound(String what, String typed) {
    return new ConfigurationInvalid(
        "no such " + what + " in the tables: " + typed,
        "this chain, as far as it is indexed",
        "check it, or index further; ringlight status says how far the tables reach");
  }
}
