package org.ringlight.lake.parquet;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.ringlight.lake.table.Column;
import org.ringlight.lake.table.RowSink;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.Bytes32;

/** Hands a row's values to parquet-java in the order of the table's columns. */
final class RowWriteSupport<R> extends WriteSupport<R> {

  private final Table<R> table;
  private final Column<?>[] columns;

  RowWriteSupport(Table<R> table) {
    this.table = table;
    this.columns = table.columns().toArray(Column<?>[]::new);
  }

  @Override
  public String getName() {
    return "ringlight";
  }

  @Override
  @SuppressWarnings("deprecation") // parquet-java declares it abstract still
  public WriteContext init(Configuration configuration) {
    throw new UnsupportedOperationException("Hadoop's configuration is not used");
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(ParquetTypes.of(table), Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    this.sink = new Sink(consumer);
  }

  @SuppressWarnings("NullAway.Init") // parquet-java calls prepareForWrite before any write
  private Sink sink;

  @Override
  public void write(R row) {
    sink.begin();
    for (Column<R> column : table.columns()) {
      column.put().accept(row, sink);
    }
    sink.end();
  }

  /** One row's way into parquet-java. */
  private final class Sink implements RowSink {
    private final RecordConsumer consumer;
    private int index;

    Sink(RecordConsumer consumer) {
      this.consumer = consumer;
    }

    void begin() {
      index = 0;
      consumer.startMessage();
    }

    void end() {
      consumer.endMessage();
    }

    private void start() {
      consumer.startField(columns[index].name(), index);
    }

    private void finish() {
      consumer.endField(columns[index].name(), index);
      index++;
    }

    @Override
    public void absent() {
      index++;
    }

    @Override
    public void bool(boolean value) {
      start();
      consumer.addBoolean(value);
      finish();
    }

    @Override
    public void int32(int value) {
      start();
      consumer.addInteger(value);
      finish();
    }

    @Override
    public void int64(long value) {
      start();
      consumer.addLong(value);
      finish();
    }

    @Override
    public void text(String value) {
      binary(Binary.fromString(value));
    }

    @Override
    public void bytes(byte[] value) {
      binary(Binary.fromConstantByteArray(value));
    }

    @Override
    public void bytes32(Bytes32 value) {
      binary(Binary.fromConstantByteArray(value.toBytes()));
    }

    private void binary(Binary value) {
      start();
      consumer.addBinary(value);
      finish();
    }

    @Override
    public void int64List(long[] values) {
      startList(values.length);
      for (long value : values) {
        startElement();
        consumer.addLong(value);
        endElement();
      }
      endList(values.length);
    }

    @Override
    public void optionalInt64List(long[] values) {
      startList(values.length);
      for (long value : values) {
        consumer.startGroup();
        if (value != ABSENT) {
          consumer.startField(ParquetTypes.ELEMENT, 0);
          consumer.addLong(value);
          consumer.endField(ParquetTypes.ELEMENT, 0);
        }
        consumer.endGroup();
      }
      endList(values.length);
    }

    @Override
    public void textList(List<String> values) {
      startList(values.size());
      for (String value : values) {
        startElement();
        consumer.addBinary(Binary.fromString(value));
        endElement();
      }
      endList(values.size());
    }

    @Override
    public void bytes32List(List<? extends Bytes32> values) {
      startList(values.size());
      for (Bytes32 value : values) {
        startElement();
        consumer.addBinary(Binary.fromConstantByteArray(value.toBytes()));
        endElement();
      }
      endList(values.size());
    }

    private void startList(int size) {
      start();
      consumer.startGroup();
      if (size > 0) {
        consumer.startField(ParquetTypes.LIST, 0);
      }
    }

    private void endList(int size) {
      if (size > 0) {
        consumer.endField(ParquetTypes.LIST, 0);
      }
      consumer.endGroup();
      finish();
    }

    private void startElement() {
      consumer.startGroup();
      consumer.startField(ParquetTypes.ELEMENT, 0);
    }

    private void endElement() {
      consumer.endField(ParquetTypes.ELEMENT, 0);
      consumer.endGroup();
    }
  }
}
