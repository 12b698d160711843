package org.ringlight.rpc.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/** What a recorded node answers over HTTP. */
@SuppressWarnings("ArrayRecordComponent") // made for one answer
record Reply(int status, String contentType, byte[] body) {

  static Reply binary(byte[] body) {
    return new Reply(200, "application/octet-stream", body);
  }

  static Reply json(JsonNode body) {
    try {
      return new Reply(200, "application/json", RecordedChain.JSON.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is written as it was built", e);
    }
  }

  /** As monerod answers to a path it does not know, or a request it cannot read. */
  static Reply empty(int status) {
    return new Reply(status, "text/plain", new byte[0]);
  }
}
