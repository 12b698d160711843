package org.ringlight.lake.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.listType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;

import java.util.List;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.ringlight.lake.table.Column;
import org.ringlight.lake.table.ColumnType;
import org.ringlight.lake.table.Table;
import org.ringlight.protocol.Bytes32;

/**
 * A table's description as a Parquet schema, with Iceberg's field ids. Lists are the three levels
 * that every reader knows: {@code name.list.element}.
 */
final class ParquetTypes {

  static final String LIST = "list";
  static final String ELEMENT = "element";

  private ParquetTypes() {}

  static <R> MessageType of(Table<R> table) {
    return of(table, table.columns());
  }

  /** Some of its columns. */
  static <R> MessageType of(Table<R> table, List<Column<R>> columns) {
    return new MessageType(table.name(), columns.stream().map(ParquetTypes::field).toList());
  }

  /** The path of a column's values, as parquet-java writes it. */
  static String path(Column<?> column) {
    return column.type().list() ? column.name() + "." + LIST + "." + ELEMENT : column.name();
  }

  private static Type field(Column<?> column) {
    Repetition repetition = column.optional() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    if (!column.type().list()) {
      return value(column.type(), repetition, column.name()).withId(column.id());
    }
    Repetition inside = column.optionalElements() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    Type element = value(column.type(), inside, ELEMENT).withId(column.elementId());
    GroupType list = new GroupType(Repetition.REPEATED, LIST, element);
    return Types.buildGroup(repetition)
        .as(listType())
        .addField(list)
        .named(column.name())
        .withId(column.id());
  }

  private static PrimitiveType value(ColumnType type, Repetition repetition, String name) {
    return switch (type) {
      case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
      case INT32 -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(name);
      case INT64, UINT64, INT64_LIST ->
          Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
      case FLOAT64_LIST -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
      case TEXT, TEXT_LIST ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition).as(stringType()).named(name);
      case BYTES -> Types.primitive(PrimitiveTypeName.BINARY, repetition).named(name);
      case BYTES32, BYTES32_LIST ->
          Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
              .length(Bytes32.LENGTH)
              .named(name);
    };
  }
}
