package org.ringlight.rpc.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;

/**
 * Many calls of one method in one request, as Bitcoin nodes take them. Even one call goes this way:
 * a batch's errors come beside its results, where Bitcoin Core answers a single call's error with
 * an HTTP status of its own. Results are read from the bytes as they stand, without a tree of them.
 */
public final class JsonBatch {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int STARTING_UP = -28;
  private static final int METHOD_NOT_FOUND = -32601;

  private final Transport transport;

  public JsonBatch(Transport transport) {
    this.transport = transport;
  }

  /** Reads one result at the parser's current token. */
  public interface Value<T> {

    /**
     * Reads it.
     *
     * @param json all of the answer, which the parser's places are in; its first {@code length}
     *     bytes
     * @throws DataInvalid where it is none such
     */
    T read(JsonParser parser, byte[] json, int length) throws IOException;

    /** What {@code null} means; null where it is no result. */
    default @Nullable T ofNull() {
      return null;
    }
  }

  /** A text. */
  public static final Value<String> TEXT = (parser, json, length) -> expect(parser, true).getText();

  /** Bytes written as hex digits; decoded from where they stand. */
  public static final Value<byte[]> HEX =
      (parser, json, length) ->
          HexText.decode(
              json, (int) expect(parser, true).currentTokenLocation().getByteOffset(), length);

  /** A whole number. */
  public static final Value<Long> NUMBER =
      (parser, json, length) -> expect(parser, false).getLongValue();

  /** Anything, {@code null} too. */
  public static final Value<JsonNode> TREE =
      new Value<>() {
        @Override
        public JsonNode read(JsonParser parser, byte[] json, int length) throws IOException {
          return JSON.readTree(parser);
        }

        @Override
        public JsonNode ofNull() {
          return NullNode.getInstance();
        }
      };

  private static JsonParser expect(JsonParser parser, boolean text) {
    JsonToken wanted = text ? JsonToken.VALUE_STRING : JsonToken.VALUE_NUMBER_INT;
    if (parser.currentToken() != wanted) {
      throw invalid("a result that is no " + (text ? "text" : "number"));
    }
    return parser;
  }

  /**
   * The answer to one call: a result, or an error and its message.
   *
   * @param error 0 where there is a result
   * @param where what was called, for messages
   */
  public record Answer<T>(@Nullable T result, int error, String message, String where) {

    /**
     * The result.
     *
     * @throws DataInvalid where there is an error instead
     */
    public T orThrow() {
      if (result == null) {
        throw new DataInvalid(
            "the node answers error " + error + ": " + NodeStatus.shown(message),
            where,
            "ask another node");
      }
      return result;
    }
  }

  /**
   * Calls a method once for each list of parameters and returns as many answers, in that order.
   *
   * @param subject what is asked, for messages: {@code height 17}
   */
  public <T> List<Answer<T>> call(
      String method, List<? extends List<?>> parameters, Value<T> value, String subject) {
    if (parameters.isEmpty()) {
      return List.of();
    }
    String place = subject.isEmpty() ? method : method + " " + subject;
    Call call = Call.json("", place, request(method, parameters));
    return transport.send(
        call,
        body -> {
          String where = transport.where(call);
          List<Answer<T>> answers = read(body, parameters.size(), value, where);
          for (Answer<T> answer : answers) {
            refuse(answer, method, where);
          }
          return answers;
        });
  }

  private static byte[] request(String method, List<? extends List<?>> parameters) {
    List<Map<String, Object>> calls = new ArrayList<>(parameters.size());
    for (int id = 0; id < parameters.size(); id++) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("jsonrpc", "1.0");
      one.put("id", id);
      one.put("method", method);
      one.put("params", parameters.get(id));
      calls.add(one);
    }
    try {
      return JSON.writeValueAsBytes(calls);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void refuse(Answer<?> answer, String method, String where) {
    if (answer.error() == STARTING_UP) {
      throw new Busy("the node is starting up: " + NodeStatus.shown(answer.message()));
    }
    if (answer.error() == METHOD_NOT_FOUND) {
      throw new ConfigurationInvalid(
          "the node offers no " + method, where, "use a node that speaks as Bitcoin Core does");
    }
  }

  static <T> List<Answer<T>> read(Body body, int count, Value<T> value, String where) {
    List<@Nullable Answer<T>> answers = new ArrayList<>(Collections.nCopies(count, null));
    try (JsonParser parser = JSON.createParser(body.bytes(), 0, body.length())) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_OBJECT) {
        Slot<T> slot = new Slot<>(parser, body, value);
        throw invalid(
            "one answer to a batch: error " + slot.error + " " + NodeStatus.shown(slot.message));
      }
      if (first != JsonToken.START_ARRAY) {
        throw invalid("an answer that is no JSON array");
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        Slot<T> slot = new Slot<>(parser, body, value);
        if (slot.id < 0 || slot.id >= count || answers.get(slot.id) != null) {
          throw invalid("an answer to no call, or a second one: id " + slot.id);
        }
        answers.set(slot.id, slot.answer(where));
      }
      if (parser.currentToken() != JsonToken.END_ARRAY) {
        throw invalid("an answer that is no array of objects");
      }
    } catch (JsonEOFException e) {
      throw new Busy("the answer ends in its midst");
    } catch (JsonProcessingException e) {
      throw new DataInvalid(
          "an answer that is no JSON: " + NodeStatus.shown(e.getOriginalMessage()),
          e.getLocation() == null ? "JSON" : "byte " + e.getLocation().getByteOffset(),
          "check that a Bitcoin node runs there",
          e);
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
    List<Answer<T>> whole = new ArrayList<>(count);
    for (Answer<T> answer : answers) {
      if (answer == null) {
        throw invalid("no answer to call " + whole.size() + " of " + count);
      }
      whole.add(answer);
    }
    return whole;
  }

  /** One object of the answer, whatever the order of its fields. */
  private static final class Slot<T> {

    private int id = -1;
    private @Nullable T result;
    private int error;
    private String message = "";

    /** Reads the object that the parser has come to. */
    Slot(JsonParser parser, Body body, Value<T> value) throws IOException {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken token = parser.nextToken();
        switch (name) {
          case "id" -> id = token == JsonToken.VALUE_NUMBER_INT ? parser.getIntValue() : -1;
          case "result" ->
              result =
                  token == JsonToken.VALUE_NULL
                      ? value.ofNull()
                      : value.read(parser, body.bytes(), body.length());
          case "error" -> {
            if (token != JsonToken.VALUE_NULL) {
              JsonNode tree = JSON.readTree(parser);
              error = tree.path("code").asInt();
              message = tree.path("message").asText();
            }
          }
          default -> parser.skipChildren();
        }
      }
    }

    Answer<T> answer(String where) {
      if (result == null && error == 0) {
        throw invalid("an answer with neither result nor error");
      }
      return new Answer<>(error == 0 ? result : null, error, message, where);
    }
  }

  private static DataInvalid invalid(String what) {
    return new DataInvalid(what, "JSON", "ask another node");
  }
}
