package org.ringlight.analytics.analysis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.file.TypedText;
import org.ringlight.protocol.Hash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;

/**
 * Key images that the owner of outputs discloses: CSV with the header {@value #HEADER}, or what a
 * wallet answers to {@code incoming_transfers} with its keys (monero-wallet-rpc v0.18.0.0). Each
 * line says that the output has that key image; at most {@value #MOST_BYTES} bytes.
 */
public final class DisclosureFile {

  static final String HEADER = "key_image,index_space,amount_index";

  private static final int MOST_BYTES = 64 << 20;

  private DisclosureFile() {}

  /**
   * Reads it.
   *
   * @param assumption the words in which findings will name what it says
   * @throws DataInvalid where it is no such file; says the line
   */
  public static List<AssertionBook.Draft> read(Path file, String assumption) {
    byte[] bytes = bytes(file);
    String text = TypedText.of(bytes, file);
    Hash hash = hash(bytes);
    return text.stripLeading().startsWith("{")
        ? wallet(file, text, hash, assumption)
        : lines(file, text, hash, assumption);
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new DataInvalid("the file is too long", file.toString(), "split it");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ConfigurationInvalid(
          "the file cannot be read: " + e, file.toString(), "check its name and its rights", e);
    }
  }

  private static Hash hash(byte[] bytes) {
    try {
      return Hash.at(MessageDigest.getInstance("SHA-256").digest(bytes), 0);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static List<AssertionBook.Draft> lines(
      Path file, String text, Hash hash, String assumption) {
    List<AssertionBook.Draft> drafts = new ArrayList<>();
    long number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (number == 1 && !line.equals(HEADER)) {
        break;
      } else if (number > 1 && !line.isBlank()) {
        drafts.add(line(file, line, number, hash, assumption));
      }
    }
    if (drafts.isEmpty()) {
      throw new DataInvalid(
          "this is no file of disclosed spends",
          file.toString(),
          "it begins with the line "
              + HEADER
              + " and has a line for each, or is a wallet's incoming_transfers");
    }
    return drafts;
  }

  private static AssertionBook.Draft line(
      Path file, String line, long number, Hash hash, String assumption) {
    String[] fields = line.split(",", -1);
    try {
      if (fields.length != 3) {
        throw new IllegalArgumentException(fields.length + " fields, not 3");
      }
      return draft(
          file,
          KeyImage.parse(fields[0]),
          new OutputName(Long.parseUnsignedLong(fields[1]), Long.parseLong(fields[2])),
          assumption,
          hash,
          number,
          null);
    } catch (IllegalArgumentException e) {
      throw new DataInvalid(
          "no disclosed spend: " + e.getMessage(), file + ", line " + number, HEADER, e);
    }
  }

  private static AssertionBook.Draft draft(
      Path file,
      KeyImage image,
      OutputName output,
      String assumption,
      Hash hash,
      long number,
      AssertionBook.Draft.@Nullable Owned owned) {
    return new AssertionBook.Draft(
        Assertion.Kind.MINE,
        image,
        output,
        assumption,
        String.valueOf(file.getFileName()),
        hash,
        number,
        owned);
  }

  private static List<AssertionBook.Draft> wallet(
      Path file, String text, Hash hash, String assumption) {
    ObjectMapper mapper =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(20).build())
                    .build())
            .build();
    List<AssertionBook.Draft> drafts = new ArrayList<>();
    try {
      JsonNode root = mapper.readTree(text);
      JsonNode transfers = (root.has("result") ? root.get("result") : root).path("transfers");
      if (!transfers.isArray()) {
        throw new IllegalArgumentException("there is no array transfers in it");
      }
      for (JsonNode transfer : transfers) {
        drafts.add(transfer(file, transfer, drafts.size() + 1L, hash, assumption));
      }
      return drafts;
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new DataInvalid(
          "no incoming_transfers of a wallet: " + e.getMessage(),
          file + ", transfer " + (drafts.size() + 1),
          "ask the wallet for incoming_transfers of type all, with its keys",
          e);
    }
  }

  private static AssertionBook.Draft transfer(
      Path file, JsonNode transfer, long number, Hash hash, String assumption) {
    for (String field : Set.of("key_image", "global_index")) {
      if (!transfer.has(field)) {
        throw new IllegalArgumentException("it has no " + field);
      }
    }
    if (!transfer.get("global_index").canConvertToExactIntegral()
        || !transfer.get("global_index").canConvertToLong()) {
      throw new IllegalArgumentException(
          "its global_index is no number of an output: " + transfer.get("global_index"));
    }
    return draft(
        file,
        KeyImage.parse(transfer.get("key_image").asText()),
        new OutputName(0, transfer.get("global_index").longValue()),
        assumption,
        hash,
        number,
        owned(transfer));
  }

  /** What tells of an output whether its amount is hidden; older wallets do not give its key. */
  private static AssertionBook.Draft.@Nullable Owned owned(JsonNode transfer) {
    JsonNode amount = transfer.path("amount");
    JsonNode key = transfer.path("pubkey");
    return amount.canConvertToExactIntegral()
        ? new AssertionBook.Draft.Owned(
            amount.bigIntegerValue().longValue(),
            key.isTextual() ? PublicKey.parse(key.asText()) : null)
        : null;
  }
}
