package org.ringlight.rpc.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;

/**
 * Calls whose answers are JSON: methods of {@code /json_rpc} and paths such as {@code /get_info}.
 * Each answer is a JSON object whose {@code status}, or JSON-RPC error, has been dealt with.
 */
public final class JsonCalls {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int CORE_BUSY = -9;
  private static final int METHOD_NOT_FOUND = -32601;

  private final Transport transport;

  public JsonCalls(Transport transport) {
    this.transport = transport;
  }

  /**
   * An answer as it came and as it reads.
   *
   * @param whole the outermost object
   */
  @SuppressWarnings("ArrayRecordComponent") // handed to one reader
  public record Answer(byte[] verbatim, JsonNode whole) {

    /** What the call is about: the {@code result} of JSON-RPC, else the object itself. */
    public JsonNode result() {
      JsonNode result = whole.get("result");
      return result == null ? whole : result;
    }
  }

  /** Calls a method of {@code /json_rpc}. */
  public Answer method(String name, @Nullable Object params, String subject) {
    return method(name, params, subject, Set.of()).orElseThrow();
  }

  /** Calls a method; an error with one of these codes means that what is asked is not there. */
  public Optional<Answer> method(
      String name, @Nullable Object params, String subject, Set<Integer> absent) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("jsonrpc", "2.0");
    request.put("id", "0");
    request.put("method", name);
    if (params != null) {
      request.put("params", params);
    }
    String place = subject.isEmpty() ? name : name + " " + subject;
    Call call = Call.json("json_rpc", place, bytes(request));
    return transport.send(
        call,
        body -> {
          Answer answer = read(body);
          JsonNode error = answer.whole().get("error");
          if (error != null && !error.isNull()) {
            if (absent.contains(error.path("code").asInt())) {
              return Optional.empty();
            }
            throw refusal(error, name, transport.where(call));
          }
          JsonNode result = answer.whole().get("result");
          if (result == null) {
            throw invalid("an answer with neither result nor error");
          }
          checkStatus(result, transport.where(call));
          return Optional.of(answer);
        });
  }

  /** Calls a path. */
  public Answer path(String path, @Nullable Object params, String subject) {
    Call call = Call.json(path, subject, bytes(params == null ? Map.of() : params));
    return transport.send(
        call,
        body -> {
          Answer answer = read(body);
          checkStatus(answer.whole(), transport.where(call));
          return answer;
        });
  }

  /** Reads an answer; it must be one JSON object. */
  static Answer read(Body body) {
    try {
      JsonNode whole = JSON.readTree(body.bytes(), 0, body.length());
      if (!whole.isObject()) {
        throw invalid("an answer that is no JSON object");
      }
      return new Answer(Arrays.copyOf(body.bytes(), body.length()), whole);
    } catch (JsonProcessingException e) {
      throw new DataInvalid(
          "an answer that is no JSON: " + NodeStatus.shown(e.getOriginalMessage()),
          e.getLocation() == null
              ? "somewhere in it"
              : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr(),
          "check that a monerod runs there",
          e);
    } catch (IOException e) {
      throw new IllegalStateException("reading from memory", e);
    }
  }

  private static void checkStatus(JsonNode holder, String where) {
    if (holder.isObject()) {
      JsonNode status = holder.get("status");
      if (status == null || !status.isTextual()) {
        throw invalid("an answer without status");
      }
      NodeStatus.check(status.textValue(), where);
    }
  }

  private static RuntimeException refusal(JsonNode error, String method, String where) {
    int code = error.path("code").asInt();
    if (code == CORE_BUSY) {
      return new Busy("the node is busy, most likely catching up with its peers");
    }
    if (code == METHOD_NOT_FOUND) {
      return new ConfigurationInvalid(
          "the node offers no " + method, where, "use the node's unrestricted RPC port");
    }
    String message = NodeStatus.shown(error.path("message").asText());
    return invalid("the node answers error " + code + ": " + message);
  }

  private static DataInvalid invalid(String what) {
    return new DataInvalid(what, "JSON", "ask another node");
  }

  private static byte[] bytes(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
