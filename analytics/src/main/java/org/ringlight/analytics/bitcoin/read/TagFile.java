package org.ringlight.analytics.bitcoin.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.file.TypedText;
import org.ringlight.protocol.Hash;

/**
 * A CSV file of tags with the header {@value #HEADER}, at most {@value #MOST_BYTES} bytes. An
 * address has one owner, an owner one category.
 *
 * @param tags in the order of the file, each address once
 * @param hash SHA-256 of the file
 */
public record TagFile(List<Tag> tags, Hash hash) {

  static final String HEADER = "address,owner,category";

  private static final int MOST_BYTES = 256 << 20;
  private static final int LONGEST_FIELD = 10_000;
  private static final int FIELDS = 3;

  /** No file. */
  public static final TagFile NONE = new TagFile(List.of(), Hash.of(new byte[Hash.LENGTH]));

  public TagFile {
    tags = List.copyOf(tags);
  }

  /**
   * Reads it.
   *
   * @throws DataInvalid where a line is no tag, or says something else than one before; says which
   */
  public static TagFile read(Path file) {
    byte[] bytes = bytes(file);
    return new TagFile(tags(file, TypedText.of(bytes, file)), digest(bytes));
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new DataInvalid("the file is too long", file.toString(), "split it");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new ConfigurationInvalid(
          "the file cannot be read: " + e, file.toString(), "check its name and its rights", e);
    }
  }

  private static Hash digest(byte[] bytes) {
    try {
      return Hash.of(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static List<Tag> tags(Path file, String text) {
    CsvMapper mapper =
        CsvMapper.builder(
                CsvFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder().maxStringLength(LONGEST_FIELD).build())
                    .build())
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();
    Map<String, Tag> tags = new LinkedHashMap<>();
    Map<String, String> categories = new HashMap<>();
    long line = 1;
    try (MappingIterator<String[]> rows = mapper.readerFor(String[].class).readValues(text)) {
      if (!rows.hasNextValue() || !HEADER.equals(String.join(",", rows.nextValue()))) {
        throw new DataInvalid(
            "this is no file of tags", file.toString(), "its first line is " + HEADER);
      }
      while (rows.hasNextValue()) {
        line = rows.getCurrentLocation().getLineNr();
        add(tag(line, rows.nextValue()), tags, categories);
      }
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new DataInvalid(
          "no tag: " + e.getMessage(),
          file + ", line " + line,
          "a line is " + HEADER + ", one owner an address and one category an owner",
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a text in memory is read
    }
    return List.copyOf(tags.values());
  }

  private static Tag tag(long line, String... fields) {
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException(fields.length + " fields, not " + FIELDS);
    }
    return new Tag(line, fields[0].strip(), fields[1].strip(), fields[2].strip());
  }

  private static void add(Tag tag, Map<String, Tag> tags, Map<String, String> categories) {
    Tag before = tags.putIfAbsent(tag.address(), tag);
    if (before != null && !before.owner().equals(tag.owner())) {
      throw new IllegalArgumentException(
          tag.address() + " is " + before.owner() + "'s by line " + before.line());
    }
    String category = categories.putIfAbsent(tag.owner(), tag.category());
    if (category != null && !category.equals(tag.category())) {
      throw new IllegalArgumentException(tag.owner() + " is of " + category + " before");
    }
  }
}
