package org.ringlight.cli.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A value of a result, from JDBC, as JSON: bytes as hex digits, lists as arrays, what is absent as
 * null.
 */
public final class Cell {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Cell() {}

  /** As JSON. */
  public static JsonNode json(@Nullable Object value) throws SQLException {
    if (value == null) {
      return JSON.nullNode();
    } else if (value instanceof Boolean truth) {
      return JSON.booleanNode(truth);
    } else if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      // JSON has no NaN and no infinities
      return Double.isFinite(number) ? JSON.numberNode(number) : JSON.textNode(value.toString());
    } else if (value instanceof BigInteger number) {
      return JSON.numberNode(number);
    } else if (value instanceof BigDecimal number) {
      return JSON.numberNode(number);
    } else if (value instanceof Number number) {
      return JSON.numberNode(number.longValue());
    } else if (value instanceof byte[] bytes) {
      return JSON.textNode(HexFormat.of().formatHex(bytes));
    } else if (value instanceof Blob blob) {
      return json(blob.getBytes(1, Math.toIntExact(blob.length())));
    } else if (value instanceof Array array) {
      return json(array.getArray());
    } else if (value instanceof Object[] elements) {
      var list = JSON.arrayNode();
      for (Object element : elements) {
        list.add(json(element));
      }
      return list;
    }
    return JSON.textNode(value.toString());
  }
}
