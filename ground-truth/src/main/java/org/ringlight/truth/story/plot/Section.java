package org.ringlight.truth.story.plot;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.ConfigurationInvalid;

/**
 * One mapping of a story file while it is read. Every value is asked for once, with its bounds;
 * {@link #end} then refuses what nobody asked for. All that is refused is a {@link
 * ConfigurationInvalid} with file and line.
 */
final class Section {

  private static final int XMR_DIGITS = 12;
  private static final BigDecimal MOST_XMR = BigDecimal.valueOf(1_000_000);

  private final String place;
  private final String what;
  private final Yaml.Mapping mapping;
  private final Set<String> asked = new LinkedHashSet<>();

  /**
   * @param what name of the mapping in messages
   */
  Section(String place, String what, Yaml node) {
    this.place = place;
    this.what = what;
    if (!(node instanceof Yaml.Mapping given)) {
      throw invalid(node.line(), what + " is not made of 'key: value' lines", "write it so");
    }
    this.mapping = given;
  }

  /** A word that stands somewhere. */
  record Word(String text, int line) {}

  int line() {
    return mapping.line();
  }

  /** The line of {@code key}, or of the whole where it is not written. */
  int line(String key) {
    Yaml.Entry entry = mapping.entries().get(key);
    return entry == null ? line() : entry.line();
  }

  /** Keys as they are written. */
  Set<String> keys() {
    return mapping.entries().keySet();
  }

  String text(String key) {
    Word word = word(key);
    if (word == null || word.text().isBlank()) {
      throw invalid(line(key), what + " lacks '" + key + "'", "write " + key + ": …");
    }
    return word.text();
  }

  int number(String key, int otherwise, int lowest, int highest) {
    Word word = word(key);
    return word == null ? otherwise : number(key, word, lowest, highest);
  }

  long seed(String key, long otherwise) {
    Word word = word(key);
    if (word == null) {
      return otherwise;
    }
    try {
      return Long.parseLong(word.text());
    } catch (NumberFormatException e) {
      throw wrong(key, word, "a whole number");
    }
  }

  int percent(String key, int otherwise) {
    return number(key, otherwise, 0, 100);
  }

  /** One number, or the lowest and highest of several in brackets. */
  Span span(String key, Span otherwise, int lowest, int highest) {
    Yaml node = node(key);
    if (node == null) {
      return otherwise;
    }
    if (node instanceof Yaml.Sequence pair) {
      if (pair.items().size() == 2
          && pair.items().get(0) instanceof Yaml.Scalar from
          && pair.items().get(1) instanceof Yaml.Scalar to) {
        int first = number(key, new Word(from.text(), from.line()), lowest, highest);
        int last = number(key, new Word(to.text(), to.line()), lowest, highest);
        if (first <= last) {
          return new Span(first, last);
        }
      }
      throw invalid(pair.line(), "'" + key + "' is no range", "write [lowest, highest]");
    }
    int only = number(key, scalar(key, node), lowest, highest);
    return new Span(only, only);
  }

  /** An amount in XMR as atomic units, from nothing to a million XMR. */
  long atomic(String key, long otherwise) {
    Word word = word(key);
    if (word == null) {
      return otherwise;
    }
    try {
      BigDecimal xmr = new BigDecimal(word.text());
      if (xmr.signum() >= 0 && xmr.compareTo(MOST_XMR) <= 0 && xmr.scale() <= XMR_DIGITS) {
        return xmr.movePointRight(XMR_DIGITS).longValueExact();
      }
    } catch (NumberFormatException e) {
      throw wrong(key, word, "an amount in XMR, such as 0.05");
    }
    throw wrong(
        key, word, "an amount from 0 to 1000000 XMR with at most 12 digits after the point");
  }

  LocalDate date(String key, LocalDate otherwise) {
    Word word = word(key);
    if (word == null) {
      return otherwise;
    }
    try {
      return LocalDate.parse(word.text());
    } catch (DateTimeException e) {
      throw wrong(key, word, "a date such as 2025-03-01");
    }
  }

  /** One word or several in brackets; nothing if {@code key} is not there. */
  List<Word> words(String key) {
    Yaml node = node(key);
    if (node == null) {
      return List.of();
    }
    List<Word> words = new ArrayList<>();
    if (node instanceof Yaml.Sequence list) {
      list.items().forEach(item -> words.add(scalar(key, item)));
    } else {
      words.add(scalar(key, node));
    }
    if (words.isEmpty() || words.stream().anyMatch(word -> word.text().isBlank())) {
      throw invalid(line(key), "'" + key + "' names nobody", "write " + key + ": [name, name]");
    }
    return words;
  }

  /** The list of mappings under {@code key}. */
  List<Yaml> list(String key) {
    if (node(key) instanceof Yaml.Sequence list && !list.items().isEmpty()) {
      return list.items();
    }
    throw invalid(
        line(key), what + " has no list '" + key + "'", "write " + key + ": and under it - …");
  }

  /** Refuses keys that nobody asked for. */
  void end() {
    for (String key : keys()) {
      if (!asked.contains(key)) {
        throw invalid(
            line(key),
            "unknown key '" + key + "' of " + what,
            "known are " + String.join(", ", asked));
      }
    }
  }

  ConfigurationInvalid invalid(int line, String problem, String whatToDo) {
    return new ConfigurationInvalid(problem, place + " line " + line, whatToDo);
  }

  private int number(String key, Word word, int lowest, int highest) {
    try {
      int value = Integer.parseInt(word.text());
      if (value >= lowest && value <= highest) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw wrong(key, word, "a whole number");
    }
    throw wrong(key, word, "a number from " + lowest + " to " + highest);
  }

  private @Nullable Word word(String key) {
    Yaml node = node(key);
    return node == null ? null : scalar(key, node);
  }

  private Word scalar(String key, Yaml node) {
    if (node instanceof Yaml.Scalar scalar) {
      return new Word(scalar.text(), scalar.line());
    }
    throw invalid(node.line(), "'" + key + "' is not one value", "write " + key + ": value");
  }

  private @Nullable Yaml node(String key) {
    asked.add(key);
    Yaml.Entry entry = mapping.entries().get(key);
    return entry == null ? null : entry.value();
  }

  private ConfigurationInvalid wrong(String key, Word word, String wanted) {
    return invalid(word.line(), "'" + key + "' is '" + word.text() + "'", "it must be " + wanted);
  }
}
