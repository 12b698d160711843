package org.ringlight.graph.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One numbered script of the schema.
 *
 * @param text Cypher statements, each ended by a semicolon at the end of a line; {@code //} begins
 *     a comment line
 */
record Migration(int number, String name, String text) {

  private static final List<String> NAMES =
      List.of("V001__chain", "V002__runs", "V003__bitcoin", "V004__bitcoin_findings");

  /** All of them, in order. */
  static List<Migration> all() {
    return NAMES.stream().map(Migration::load).toList();
  }

  private static Migration load(String name) {
    String file = name + ".cypher";
    try (InputStream in = Migration.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no script " + file);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Migration(Integer.parseInt(name.substring(1, 4)), name, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> statements() {
    String code =
        text.lines().filter(line -> !line.startsWith("//")).collect(Collectors.joining("\n"));
    return Arrays.stream(code.split(";\\s*(\\n|$)"))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }

  String checksum() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
