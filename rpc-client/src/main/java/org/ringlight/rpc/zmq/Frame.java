package org.ringlight.rpc.zmq;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;

/**
 * Reads a published frame: a topic, a colon, JSON. Of the topics that monerod has, the two that
 * carry hashes and little else; its {@code json-full-txpool_add} has neither hash nor bytes.
 *
 * <p>Source: monero v0.18.3.4 {@code src/rpc/zmq_pub.cpp} ({@code json_minimal_chain}, {@code
 * json_minimal_txpool}).
 */
final class Frame {

  static final String CHAIN = "json-minimal-chain_main";
  static final String POOL = "json-minimal-txpool_add";

  private static final ObjectReader JSON =
      new ObjectMapper()
          .readerFor(JsonNode.class)
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private Frame() {}

  /** What the frame announces; empty where it is none of ours or makes no sense. */
  static Optional<Announcement> read(byte[] frame) {
    Optional<byte[]> chain = body(frame, CHAIN);
    return chain.isPresent()
        ? read(chain.get(), Frame::chain)
        : body(frame, POOL).flatMap(json -> read(json, Frame::pool));
  }

  private static Optional<byte[]> body(byte[] frame, String topic) {
    byte[] head = (topic + ":").getBytes(StandardCharsets.US_ASCII);
    boolean ours =
        frame.length > head.length && Arrays.equals(frame, 0, head.length, head, 0, head.length);
    return ours
        ? Optional.of(Arrays.copyOfRange(frame, head.length, frame.length))
        : Optional.empty();
  }

  private static Optional<Announcement> read(byte[] json, Function<JsonNode, Announcement> shape) {
    try {
      return Optional.of(shape.apply(JSON.readValue(json)));
    } catch (IOException | IllegalArgumentException malformed) {
      return Optional.empty(); // counted by the caller
    }
  }

  private static Announcement chain(JsonNode json) {
    List<BlockHash> ids = all(json.path("ids"), id -> BlockHash.parse(id.asText()));
    BlockHash previous = BlockHash.parse(json.path("first_prev_id").asText());
    return new Announcement.ChainGrew(count(json, "first_height"), previous, ids);
  }

  private static Announcement pool(JsonNode json) {
    return new Announcement.PoolGrew(
        all(
            json,
            entry ->
                new Announcement.PoolEntry(
                    TxHash.parse(entry.path("id").asText()),
                    count(entry, "blob_size"),
                    count(entry, "weight"),
                    count(entry, "fee"))));
  }

  private static <T> List<T> all(JsonNode array, Function<JsonNode, T> each) {
    if (!array.isArray() || array.isEmpty()) {
      throw new IllegalArgumentException("an array of something wanted");
    }
    List<T> all = new ArrayList<>(array.size());
    array.forEach(one -> all.add(each.apply(one)));
    return all;
  }

  private static long count(JsonNode holder, String name) {
    JsonNode value = holder.path(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw new IllegalArgumentException(name + " is no count");
    }
    return value.longValue();
  }
}
