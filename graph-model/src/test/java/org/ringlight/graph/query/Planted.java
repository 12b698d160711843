package org.ringlight.graph.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.mini.BitcoinChain;
import org.ringlight.lake.mini.BitcoinStory;
import org.ringlight.lake.mini.MiniChain;
import org.ringlight.protocol.TxHash;

/**
 * Findings and labels planted on the mini chain: files of the forms of {@code findings-file.md} and
 * of labels, with the story's names in them.
 */
final class Planted {

  static final MiniChain CHAIN = MiniChain.ofStory();

  static final BitcoinStory BITCOIN = BitcoinStory.tell();

  private static final Pattern NAMED = Pattern.compile("btc\\(([a-z]+)(?: (\\w+))?\\)");

  private static final Map<String, String> CLAIMS =
      Map.of(
          "ring_resolved", "SPENDS",
          "member_eliminated", "ELIMINATES",
          "ring_narrowed", "NARROWED_TO",
          "weights", "WEIGHS",
          "output_spent", "SPENT");

  private Planted() {}

  static String resource(String name) {
    try (InputStream in =
        Objects.requireNonNull(Planted.class.getResourceAsStream(name), () -> "no file " + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * {@code text} with the names of both stories resolved: {@code btc(theft)}, {@code btc(peel 2)},
   * {@code btc(miner 8)} become the hash of a transaction of Bitcoin.
   */
  static String resolve(String text) {
    return CHAIN.resolve(
        NAMED.matcher(text).replaceAll(found -> hash(found.group(1), found.group(2)).toString()));
  }

  private static TxHash hash(String name, @Nullable String more) {
    return switch (name) {
      case "stolen" -> BITCOIN.stolen().hash();
      case "theft" -> BITCOIN.theft().hash();
      case "peel" -> BITCOIN.peels().get(Integer.parseInt(String.valueOf(more)) - 1).hash();
      case "coinjoin" -> BITCOIN.coinJoin().hash();
      case "deposit" -> BITCOIN.deposit().hash();
      case "other" -> BITCOIN.otherDeposit().hash();
      case "sweep" -> BITCOIN.sweep().hash();
      // coinbases: the blocks below the theft hold nothing else, those from it on one more each
      case "exchange" -> BitcoinChain.txHash(5);
      case "miner" -> BitcoinChain.txHash(2 * Long.parseLong(String.valueOf(more)) - 6);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** One map for each output of each finding, with the claim as the graph calls it. */
  static List<Map<String, String>> findings(String file) {
    List<Map<String, String>> findings = new ArrayList<>();
    for (Map<String, String> line : rows(file)) {
      String[] indexes = line.getOrDefault("amount_indexes", "").split(" ", -1);
      String[] probabilities = line.getOrDefault("probabilities", "").split(" ", -1);
      for (int i = 0; i < indexes.length; i++) {
        Map<String, String> finding = new LinkedHashMap<>(line);
        finding.put("claim", Objects.requireNonNull(CLAIMS.get(line.get("claim"))));
        finding.put("output", line.get("index_space") + ":" + indexes[i]);
        if (probabilities.length == indexes.length && !probabilities[i].isEmpty()) {
          finding.put("probability", probabilities[i]);
        }
        findings.add(finding);
      }
    }
    return findings;
  }

  static List<Map<String, String>> labels(String file) {
    return rows(file);
  }

  /** Addresses with their clusters. */
  static List<Map<String, String>> clusters(String file) {
    return rows(file);
  }

  /** Tainted outputs, change or signs of CoinJoins. */
  static List<Map<String, String>> ofBitcoin(String file) {
    return rows(file);
  }

  /** The file's lines by its header; empty fields are left out. */
  private static List<Map<String, String>> rows(String file) {
    List<String> lines = resolve(resource(file)).lines().toList();
    String[] header = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < header.length; i++) {
        if (!fields[i].isEmpty()) {
          row.put(header[i], fields[i]);
        }
      }
      rows.add(row);
    }
    return rows;
  }
}
