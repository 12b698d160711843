package org.ringlight.lab;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value of a result, from DuckDB or from Spark, as a number, a truth, a text or a list. */
final class Cell {

  /** What a page or a terminal obeys instead of showing it; cells may come from outside. */
  private static final Pattern CODES = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");

  private Cell() {}

  /** Without the types of one engine: bytes are hex digits, what is absent stays null. */
  static @Nullable Object plain(@Nullable Object value) throws SQLException {
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    } else if (value instanceof Blob blob) {
      return plain(blob.getBytes(1, Math.toIntExact(blob.length())));
    } else if (value instanceof Array array) {
      return plain(array.getArray());
    } else if (value instanceof Object[] elements) {
      return plain(Arrays.asList(elements));
    } else if (value instanceof List<?> elements) {
      List<@Nullable Object> list = new ArrayList<>();
      for (Object element : elements) {
        list.add(plain(element));
      }
      return list;
    } else if (value == null || value instanceof Number || value instanceof Boolean) {
      return value;
    }
    return value.toString();
  }

  /** For people; nothing where it is absent. */
  static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    } else if (value instanceof BigDecimal number) {
      return number.toPlainString();
    } else if (value instanceof List<?> elements) {
      return elements.stream().map(Cell::text).collect(Collectors.joining(", "));
    }
    return CODES.matcher(value.toString()).replaceAll("?");
  }
}
