package org.ringlight.lake.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.Optional;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.Bytes32;

/**
 * The version 1 pages of one column of a row group, taken one after the other. Values follow one
 * another; where a page names them by their places in a dictionary, as columns of texts do and some
 * files that two writers of one process wrote, those of one width are looked up.
 */
final class Chunk {

  private final PageReader pages;
  private final int width;
  private final @Nullable DictionaryPage dictionary;
  private ByteBuffer content = ByteBuffer.allocate(0);
  private @Nullable DataPageV1 page;

  Chunk(PageReader pages, ColumnDescriptor column) {
    this.pages = pages;
    this.width =
        switch (column.getPrimitiveType().getPrimitiveTypeName()) {
          case INT32 -> Integer.BYTES;
          case INT64 -> Long.BYTES;
          default -> Bytes32.LENGTH;
        };
    this.dictionary = pages.readDictionaryPage();
  }

  /** Copies nothing: a decompressed page is one array. */
  static ByteBuffer buffer(BytesInput bytes) throws IOException {
    ByteBuffer all = bytes.toInputStream().slice(Math.toIntExact(bytes.size()));
    return all.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Goes to the next page; false after the last. */
  boolean next() throws IOException {
    DataPage read = pages.readPage();
    if (read == null) {
      return false;
    }
    if (!(read instanceof DataPageV1 first)) {
      throw new IOException("a page that is not of version 1: " + read);
    }
    page = first;
    content = buffer(first.getBytes());
    return true;
  }

  DataPageV1 page() {
    return Objects.requireNonNull(page);
  }

  /** How many levels the page has, or values where it has no levels. */
  int count() {
    return page().getValueCount();
  }

  /** The page's levels, and after them what {@link #values} makes values of. */
  ByteBuffer content() {
    return content;
  }

  /** The dictionary as it is stored. */
  Optional<DictionaryPage> dictionary() {
    return Optional.ofNullable(dictionary);
  }

  /** Whether the page's values are places in the dictionary. */
  boolean namesPlaces() throws IOException {
    Encoding encoding = page().getValueEncoding();
    if (encoding != Encoding.PLAIN && (dictionary == null || !encoding.usesDictionary())) {
      throw new IOException("a page of values that are not plain: " + encoding);
    }
    return encoding != Encoding.PLAIN;
  }

  /** The places in the dictionary once the page's levels are taken from {@link #content}. */
  int[] places(int present) throws IOException {
    int bits = content.get();
    var decoder = new RunLengthBitPackingHybridDecoder(bits, ByteBufferInputStream.wrap(content));
    int[] places = new int[present];
    for (int i = 0; i < present; i++) {
      places[i] = decoder.readInt();
    }
    return places;
  }

  /** The page's values once its levels are taken from {@link #content}: so many, of one width. */
  ByteBuffer values(int present) throws IOException {
    if (!namesPlaces()) {
      return content;
    }
    ByteBuffer known = buffer(Objects.requireNonNull(dictionary).getBytes());
    ByteBuffer values = ByteBuffer.allocate(width * present).order(ByteOrder.LITTLE_ENDIAN);
    int[] places = places(present);
    for (int i = 0; i < present; i++) {
      values.put(width * i, known, known.position() + width * places[i], width);
    }
    return values;
  }
}
