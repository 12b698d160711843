package org.ringlight.protocol.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.wire.DecodedTransaction;

/** Transactions in recorded answers of nodes to {@code get_transactions}. */
final class RecordedTransactions {

  /** The fields of one answer, in the alphabetical order in which they were recorded. */
  private static final Pattern ENTRY =
      Pattern.compile(
          "\"as_hex\": ?\"([0-9a-f]*)\".*?\"prunable_as_hex\": ?\"([0-9a-f]*)\""
              + ".*?\"prunable_hash\": ?\"([0-9a-f]{64})\".*?\"pruned_as_hex\": ?\"([0-9a-f]*)\""
              + ".*?\"tx_hash\": ?\"([0-9a-f]{64})\"",
          Pattern.DOTALL);

  /** One answer: whole, or pruned with the hash of what was left out. */
  record Recorded(String whole, String prunable, Hash prunableHash, String pruned, String id) {

    DecodedTransaction decoded() {
      HexFormat hex = HexFormat.of();
      return whole.isEmpty()
          ? prunable.isEmpty()
              ? DecodedTransaction.pruned(hex.parseHex(pruned), prunableHash)
              : DecodedTransaction.full(hex.parseHex(pruned + prunable))
          : DecodedTransaction.full(hex.parseHex(whole));
    }
  }

  private RecordedTransactions() {}

  static List<Recorded> of(Path corpus) {
    try (Stream<Path> files = Files.walk(corpus.resolve("monero/rpc"))) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .flatMap(file -> ENTRY.matcher(text(file)).results())
          .map(
              entry ->
                  new Recorded(
                      entry.group(1),
                      entry.group(2),
                      Hash.parse(entry.group(3)),
                      entry.group(4),
                      entry.group(5)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By transaction id: the hash of what pruning left out. */
  static Map<String, Hash> prunableHashes(Path corpus) {
    Map<String, Hash> hashes = new HashMap<>();
    of(corpus).forEach(recorded -> hashes.put(recorded.id(), recorded.prunableHash()));
    return hashes;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
