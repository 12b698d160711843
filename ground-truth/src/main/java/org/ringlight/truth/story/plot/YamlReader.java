package org.ringlight.truth.story.plot;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;

/**
 * Reads one YAML document into {@link Yaml}. Duplicate keys, anchors and aliases are refused: no
 * story needs them, and an alias can blow up a small file.
 */
final class YamlReader {

  private static final YAMLFactory FACTORY = new YAMLFactory();
  private static final int DEEPEST = 8;

  private final String place;
  private final YAMLParser parser;

  private YamlReader(String place, YAMLParser parser) {
    this.place = place;
    this.parser = parser;
  }

  /**
   * @param place name of the file, for messages
   * @throws ConfigurationInvalid if it is no such document, with the line
   */
  static Yaml read(String text, String place) {
    try (YAMLParser parser = FACTORY.createParser(text)) {
      return new YamlReader(place, parser).document();
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new ConfigurationInvalid(
          "no YAML: " + firstLine(e.getOriginalMessage()), place + " line " + line, "mend it", e);
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory can be read", e);
    }
  }

  private Yaml document() throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw invalid("an empty file", 1, "write a story; ringlight truth regtest --list shows some");
    }
    Yaml root = node(first, 0);
    if (parser.nextToken() != null) {
      throw invalid("a second document", line(), "one story a file");
    }
    return root;
  }

  private Yaml node(@Nullable JsonToken token, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw invalid("nested deeper than " + DEEPEST + " levels", line(), "write it flatter");
    }
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw invalid("an anchor or alias", line(), "write the value out");
    }
    if (token == JsonToken.START_OBJECT) {
      return mapping(depth);
    }
    if (token == JsonToken.START_ARRAY) {
      return sequence(depth);
    }
    return new Yaml.Scalar(line(), token == JsonToken.VALUE_NULL ? "" : parser.getText());
  }

  private Yaml mapping(int depth) throws IOException {
    int line = line();
    Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      int keyLine = line();
      if (entries.containsKey(key)) {
        throw invalid("the key '" + key + "' a second time", keyLine, "keep one of them");
      }
      entries.put(key, new Yaml.Entry(keyLine, node(parser.nextToken(), depth + 1)));
    }
    return new Yaml.Mapping(line, entries);
  }

  private Yaml sequence(int depth) throws IOException {
    int line = line();
    List<Yaml> items = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      items.add(node(token, depth + 1));
      token = parser.nextToken();
    }
    return new Yaml.Sequence(line, items);
  }

  private int line() {
    return ((JsonParser) parser).currentTokenLocation().getLineNr();
  }

  private ConfigurationInvalid invalid(String what, int line, String whatToDo) {
    return new ConfigurationInvalid(what, place + " line " + line, whatToDo);
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("it cannot be read");
  }
}
