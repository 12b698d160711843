package org.ringlight.graph.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of parameters: how a value is written and what is bound for it. */
public enum ParameterType {
  /** Text, bound as it is. */
  STRING("string", "exchange", "text"),
  /** A whole number, bound as a Cypher INTEGER. */
  INTEGER("integer", "100", "INTEGER"),
  /** A finite decimal number, bound as a Cypher FLOAT. */
  NUMBER("number", "2.5", "FLOAT"),
  /** The hash of a transaction or block: 64 hex digits, bound in lower case. */
  HASH(
      "hash",
      "418015bb9ae982a1975da7d79277c2705727a56894ba0fb246adaabb1f4632e3",
      "text in lower case"),
  /** The key image of a ring: 64 hex digits, bound in lower case. */
  KEY_IMAGE(
      "key-image",
      "fd4770b440a73b3a3af1f6fa820229a9deca39d224346470d5a0a9457984d669",
      "text in lower case"),
  /** An output as {@code SPACE:INDEX}, bound as a map of indexSpace and amountIndex. */
  OUTPUT("output", "0:104211734", "map of indexSpace and amountIndex"),
  /** Outputs with commas between them, bound as a list of such maps. */
  OUTPUTS("list of output", "0:104211734,0:104300001", "list of such maps"),
  /** An address of Bitcoin, bound as it is. */
  ADDRESS("address", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "text"),
  /** An output of Bitcoin as {@code HASH:INDEX}, bound as a map of hash and index. */
  OUTPOINT(
      "outpoint",
      "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b:0",
      "map of hash, in lower case, and index");

  /** Longest value of any parameter, in characters. */
  static final int MAX_CHARACTERS = 1 << 20;

  private static final int MAX_ITEMS = 10_000;
  private static final int SHOWN = 80;
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern NAMED_OUTPUT = Pattern.compile("(\\d{1,20}):(\\d{1,19})");

  private static final Pattern NAMED_OUTPOINT = Pattern.compile("([0-9a-fA-F]{64}):(\\d{1,10})");
  private static final Pattern BITCOIN_ADDRESS = Pattern.compile("[0-9A-Za-z()-]{1,140}");

  private final String word;
  private final String example;
  private final String bound;

  ParameterType(String word, String example, String bound) {
    this.word = word;
    this.example = example;
    this.bound = bound;
  }

  /** The type's name in front matter. */
  public String word() {
    return word;
  }

  /** A value of this type, as one writes it. */
  String example() {
    return example;
  }

  /** What is bound for it, in words. */
  String bound() {
    return bound;
  }

  static Optional<ParameterType> named(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }

  /** What to bind for {@code text}; empty where it is not of this type. */
  Optional<Object> parse(String text) {
    if (text.length() > MAX_CHARACTERS) {
      return Optional.empty();
    }
    try {
      return switch (this) {
        case STRING -> Optional.of((Object) text).filter(given -> !text.isBlank());
        case INTEGER -> matched(WHOLE, text).map(whole -> (Object) Long.valueOf(whole.group()));
        case NUMBER -> matched(DECIMAL, text).map(number -> Double.valueOf(number.group()));
        case HASH, KEY_IMAGE -> matched(HEX, text).map(hex -> hex.group().toLowerCase(Locale.ROOT));
        case OUTPUT -> output(text);
        case OUTPUTS -> outputs(text);
        case ADDRESS -> matched(BITCOIN_ADDRESS, text).map(Matcher::group);
        case OUTPOINT -> outpoint(text);
      };
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Matcher> matched(Pattern pattern, String text) {
    return Optional.of(pattern.matcher(text)).filter(Matcher::matches);
  }

  /** The graph keeps the unsigned index space in a signed integer of the same 64 bits. */
  private static Optional<Object> output(String text) {
    return matched(NAMED_OUTPUT, text)
        .map(
            output ->
                Map.of(
                    "indexSpace", Long.parseUnsignedLong(output.group(1)),
                    "amountIndex", Long.parseLong(output.group(2))));
  }

  private static Optional<Object> outpoint(String text) {
    return matched(NAMED_OUTPOINT, text)
        .map(
            output ->
                Map.of(
                    "hash", output.group(1).toLowerCase(Locale.ROOT),
                    "index", Long.parseLong(output.group(2))));
  }

  private static Optional<Object> outputs(String text) {
    List<Object> all = new ArrayList<>();
    for (String item : text.split(",", -1)) {
      Optional<Object> output = output(item.strip());
      if (output.isEmpty() || all.size() == MAX_ITEMS) {
        return Optional.empty();
      }
      all.add(output.get());
    }
    return Optional.of(List.copyOf(all));
  }

  /** Text from outside, cut to what fits a message. */
  static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= SHOWN ? "'" + line + "'" : "'" + line.substring(0, SHOWN) + "…'";
  }
}
