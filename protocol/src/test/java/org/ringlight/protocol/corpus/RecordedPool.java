package org.ringlight.protocol.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Transactions in recorded answers of nodes to {@code get_transaction_pool}. */
final class RecordedPool {

  /** What lies between two fields of one entry, which has one id. */
  private static final String GAP = "(?:(?!\"id_hash\").)*?";

  /**
   * The fields of one entry, in the alphabetical order in which they were recorded. The key images
   * that an answer also lists have an id each, but no bytes: an id goes with the bytes that follow
   * before the next id, or with none.
   */
  private static final Pattern ENTRY =
      Pattern.compile(
          "\"id_hash\": ?\"([0-9a-f]{64})\""
              + GAP
              + "\"tx_blob\": ?\"([0-9a-f]+)\""
              + GAP
              + "\"weight\": ?(\\d+)",
          Pattern.DOTALL);

  /** One entry, with the weight the node gave it. */
  record Recorded(String id, String hex, long weight) {

    byte[] blob() {
      return HexFormat.of().parseHex(hex);
    }
  }

  private RecordedPool() {}

  static List<Recorded> of(Path corpus) {
    try (Stream<Path> files = Files.walk(corpus.resolve("monero/rpc"))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .flatMap(file -> ENTRY.matcher(text(file)).results())
          .map(
              entry -> new Recorded(entry.group(1), entry.group(2), Long.parseLong(entry.group(3))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
