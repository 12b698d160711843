package org.ringlight.lake.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row's values, column by column: each call takes the next column of the table's description,
 * so a row record calls them in the order of its components.
 */
public interface RowSource {

  /** Makes a typed value of the 32 bytes of an array from an offset. */
  @FunctionalInterface
  interface Wrapper<T> {
    T at(byte[] source, int offset);
  }

  boolean bool();

  int int32();

  @Nullable Integer optionalInt32();

  long int64();

  @Nullable Long optionalInt64();

  String text();

  @Nullable String optionalText();

  byte[] bytes();

  byte @Nullable [] optionalBytes();

  <T> T bytes32(Wrapper<T> wrapper);

  <T> @Nullable T optionalBytes32(Wrapper<T> wrapper);

  long[] int64List();

  /** A list that may be absent; absent elements are {@link RowSink#ABSENT}. */
  long @Nullable [] optionalInt64List();

  double[] float64List();

  List<String> textList();

  <T> List<T> bytes32List(Wrapper<T> wrapper);
}
