package org.ringlight.indexer;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A row as text with all its values, arrays by their content. */
final class RowText {

  private RowText() {}

  static byte[] of(Object row) {
    StringJoiner text = new StringJoiner("|");
    for (RecordComponent component : row.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        text.add(value(component.getAccessor().invoke(row)));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException(e);
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String value(@Nullable Object value) {
    if (value instanceof byte[] bytes) {
      return Arrays.toString(bytes);
    } else if (value instanceof long[] numbers) {
      return Arrays.toString(numbers);
    }
    return String.valueOf(value);
  }
}
