package org.ringlight.analytics.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A finding as a JSON object on one line. */
final class FindingJson implements FindingFile.LineForm {

  private static final Set<String> KNOWN =
      Set.of(
          FindingFields.HEURISTIC,
          FindingFields.VERSION,
          FindingFields.PARAMETERS,
          FindingFields.GUARANTEE,
          FindingFields.ASSUMPTION,
          FindingFields.CLAIM,
          FindingFields.KEY_IMAGE,
          FindingFields.INDEX_SPACE,
          FindingFields.AMOUNT_INDEXES,
          FindingFields.PROBABILITIES);

  private final ObjectReader reader =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  @Override
  public Finding read(String line) {
    JsonNode object = tree(line);
    if (!object.isObject()) {
      throw new IllegalArgumentException("not a JSON object");
    }
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException("no field is called " + FindingFields.shown(name));
      }
    }
    return new FindingFields(
            text(object, FindingFields.HEURISTIC),
            text(object, FindingFields.VERSION),
            optionalText(object, FindingFields.PARAMETERS),
            text(object, FindingFields.GUARANTEE),
            optionalText(object, FindingFields.ASSUMPTION),
            text(object, FindingFields.CLAIM),
            optionalText(object, FindingFields.KEY_IMAGE),
            space(object.get(FindingFields.INDEX_SPACE)),
            indexes(object.get(FindingFields.AMOUNT_INDEXES)),
            probabilities(object.get(FindingFields.PROBABILITIES)))
        .finding();
  }

  private JsonNode tree(String line) {
    try {
      return reader.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(what(e), e);
    }
  }

  /** Jackson's words, but for where they speak of settings of its own that nobody can set. */
  private static String what(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    if (message.matches("(?s).*(Feature|ALLOW_).*")) {
      return "this is no JSON, at column "
          + e.getLocation().getColumnNr()
          + " (a number there is written like 0.5 or 1e-9, a text in double quotes)";
    }
    return message;
  }

  private static String text(JsonNode object, String name) {
    String value = optionalText(object, name);
    if (value == null) {
      throw new IllegalArgumentException("the field " + name + " is missing");
    }
    return value;
  }

  private static @Nullable String optionalText(JsonNode object, String name) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return null;
    } else if (!value.isTextual()) {
      throw new IllegalArgumentException(name + " is a text in quotes");
    }
    return value.textValue();
  }

  private static @Nullable Long space(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    } else if (!value.isIntegralNumber()
        || value.bigIntegerValue().signum() < 0
        || value.bigIntegerValue().bitLength() > Long.SIZE) {
      throw new IllegalArgumentException(
          FindingFields.INDEX_SPACE + " is a whole number from 0 to 2^64 - 1");
    }
    return value.bigIntegerValue().longValue();
  }

  private static long @Nullable [] indexes(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    long[] indexes = new long[size(value, FindingFields.AMOUNT_INDEXES)];
    for (int i = 0; i < indexes.length; i++) {
      JsonNode element = value.get(i);
      if (!element.isIntegralNumber() || !element.canConvertToLong()) {
        throw new IllegalArgumentException("an amount index is a whole number below 2^63");
      }
      indexes[i] = element.longValue();
    }
    return indexes;
  }

  private static double @Nullable [] probabilities(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    double[] probabilities = new double[size(value, FindingFields.PROBABILITIES)];
    for (int i = 0; i < probabilities.length; i++) {
      if (!value.get(i).isNumber()) {
        throw new IllegalArgumentException("a probability is a number");
      }
      probabilities[i] = value.get(i).doubleValue();
    }
    return probabilities;
  }

  private static int size(JsonNode value, String name) {
    if (!value.isArray()) {
      throw new IllegalArgumentException(name + " is an array");
    }
    return value.size();
  }
}
