package org.ringlight.rpc.monerojava;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import monero.common.MoneroRpcConnection;
import org.jspecify.annotations.Nullable;
import org.ringlight.rpc.http.JsonCalls;

/**
 * monero-java's connection with the requests sent over our transport, so that its calls have the
 * same TLS, login, timeouts, bounds, retries and messages as ours.
 */
final class OwnTransportConnection extends MoneroRpcConnection {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private static final ObjectMapper MAPS = MoneroRpcConnection.MAPPER;

  private final JsonCalls calls;

  OwnTransportConnection(String uri, JsonCalls calls) {
    super(uri);
    this.calls = calls;
  }

  @Override
  public Map<String, Object> sendJsonRequest(
      String method, @Nullable Object params, @Nullable Long timeoutMs) {
    return map(calls.method(method, params, "").whole());
  }

  @Override
  public Map<String, Object> sendPathRequest(
      String path, @Nullable Map<String, Object> params, @Nullable Long timeoutMs) {
    return map(calls.path(path, params, "").whole());
  }

  @Override
  public byte[] sendBinaryRequest(
      String path, @Nullable Map<String, Object> params, @Nullable Long timeoutMs) {
    throw new UnsupportedOperationException("binary calls have a path of their own: " + path);
  }

  private static Map<String, Object> map(JsonNode node) {
    try {
      return MAPS.readerFor(OBJECT).readValue(node);
    } catch (IOException e) {
      throw new IllegalStateException("a JSON object is a map", e);
    }
  }
}
