package org.ringlight.lake.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DictionaryPage;
import org.ringlight.lake.table.Batch;

/** The pages of a column of texts, each different text held once. */
final class TextPages {

  private final Chunk pages;
  private final boolean optional;
  private final Levels definitions = new Levels();
  private final List<String> texts = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final int[] rows;
  private int size;

  /**
   * @param rows how many texts, absent ones too
   */
  TextPages(Chunk pages, ColumnDescriptor column, int rows) {
    this.pages = pages;
    this.optional = column.getMaxDefinitionLevel() > 0;
    this.rows = new int[rows];
  }

  Batch.Texts read() throws IOException {
    int[] dictionary = dictionary();
    while (pages.next()) {
      int count = pages.count();
      int present = count;
      if (optional) {
        definitions.read(pages.content(), 1, count);
        present = definitions.countOf(1, count);
      }
      int[] numbersThere =
          pages.namesPlaces()
              ? Arrays.stream(pages.places(present)).map(place -> dictionary[place]).toArray()
              : numbers(pages.content(), present);
      int next = 0;
      for (int i = 0; i < count; i++) {
        boolean there = !optional || definitions.at(i) == 1;
        rows[size++] = there ? numbersThere[next++] : Batch.Texts.ABSENT;
      }
    }
    return new Batch.Texts(List.copyOf(texts), rows);
  }

  private int[] dictionary() throws IOException {
    DictionaryPage page = pages.dictionary().orElse(null);
    return page == null
        ? new int[0]
        : numbers(Chunk.buffer(page.getBytes()), page.getDictionarySize());
  }

  /** The numbers of texts that follow one another, each after its length in bytes. */
  private int[] numbers(ByteBuffer plain, int count) {
    int[] found = new int[count];
    for (int i = 0; i < count; i++) {
      byte[] bytes = new byte[Math.min(plain.getInt(), plain.remaining() + 1)];
      plain.get(bytes); // throws where there are fewer than announced
      found[i] = number(new String(bytes, StandardCharsets.UTF_8));
    }
    return found;
  }

  private int number(String text) {
    Integer known = numbers.putIfAbsent(text, texts.size());
    if (known == null) {
      texts.add(text);
      return texts.size() - 1;
    }
    return known;
  }
}
