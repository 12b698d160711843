package org.ringlight.lake.table;

import java.util.List;
import org.ringlight.protocol.Bytes32;

/**
 * Where a column puts one row's value: exactly one call a column. Only columns described as
 * optional may put {@link #absent}.
 */
public interface RowSink {

  /**
   * The element of a list of longs that is written as absent; what stands for one in a {@link
   * Batch}.
   */
  long ABSENT = -1;

  void bool(boolean value);

  void int32(int value);

  void int64(long value);

  void text(String value);

  void bytes(byte[] value);

  void bytes32(Bytes32 value);

  void int64List(long[] values);

  /** As {@link #int64List}, where an element {@link #ABSENT} is absent. */
  void optionalInt64List(long[] values);

  void float64List(double[] values);

  void textList(List<String> values);

  void bytes32List(List<? extends Bytes32> values);

  /** An absent value. */
  void absent();
}
