package org.ringlight.rpc.monerod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.TxHash;

/**
 * Fields of a node's JSON object, each of the kind it must be.
 *
 * @param where the object came from, for messages
 */
record JsonFields(JsonNode object, String where) {

  String text(String name) {
    JsonNode value = field(name);
    if (!value.isTextual()) {
      throw invalid(name, "text");
    }
    return value.textValue();
  }

  boolean flag(String name) {
    JsonNode value = field(name);
    if (!value.isBoolean()) {
      throw invalid(name, "true or false");
    }
    return value.booleanValue();
  }

  /** An integer from 0 to 2^63 - 1. */
  long count(String name) {
    JsonNode value = field(name);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw invalid(name, "a count");
    }
    return value.longValue();
  }

  /** An integer from 0 to 2^64 - 1, as its 64 bits. */
  long unsigned(String name) {
    JsonNode value = field(name);
    if (!value.isIntegralNumber()
        || value.bigIntegerValue().signum() < 0
        || value.bigIntegerValue().bitLength() > Long.SIZE) {
      throw invalid(name, "an unsigned number");
    }
    return value.bigIntegerValue().longValue();
  }

  byte[] hex(String name) {
    try {
      return HexFormat.of().parseHex(text(name));
    } catch (IllegalArgumentException e) {
      throw invalid(name, "hex digits");
    }
  }

  byte[] hash(String name) {
    byte[] bytes = hex(name);
    if (bytes.length != 32) {
      throw invalid(name, "32 bytes");
    }
    return bytes;
  }

  /** An array of transaction hashes, each once, in its order. */
  Set<TxHash> transactionHashes(String name) {
    JsonNode array = field(name);
    if (!array.isArray()) {
      throw invalid(name, "an array");
    }
    Set<TxHash> hashes = new LinkedHashSet<>();
    for (JsonNode hash : array) {
      try {
        hashes.add(TxHash.parse(hash.asText()));
      } catch (IllegalArgumentException e) {
        throw invalid(name, "an array of hashes");
      }
    }
    return Collections.unmodifiableSet(hashes);
  }

  boolean has(String name) {
    return object.hasNonNull(name);
  }

  private JsonNode field(String name) {
    JsonNode value = object.get(name);
    if (value == null) {
      throw new DataInvalid("an answer without \"" + name + "\"", where, "ask another node");
    }
    return value;
  }

  private DataInvalid invalid(String name, String wanted) {
    return new DataInvalid("\"" + name + "\" is not " + wanted, where, "ask another node");
  }
}
