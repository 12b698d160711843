package org.ringlight.truth.story.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Who is in a story, by name, so that names elsewhere in the file can be checked. */
final class Cast {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,23}");

  /** Each wallet is a process of some ten megabytes. */
  private static final int MOST_WALLETS = 80;

  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  /** The kinds of parts, by the key that names who plays them. */
  enum Kind {
    POOL("pool"),
    MINERS("miners"),
    USERS("users"),
    EXCHANGE("exchange"),
    SWAP_SERVICE("swap-service"),
    THIEF("thief"),
    AUDITOR("auditor"),
    DOUBLE_SPENDER("double-spender");

    final String key;

    Kind(String key) {
      this.key = key;
    }

    /** What {@code part} is; exactly one kind is named. */
    static Kind of(Section part) {
      List<Kind> named = new ArrayList<>();
      List<String> known = new ArrayList<>();
      for (Kind kind : values()) {
        known.add(kind.key);
        if (part.keys().contains(kind.key)) {
          named.add(kind);
        }
      }
      if (named.size() == 1) {
        return named.get(0);
      }
      throw part.invalid(
          part.line(),
          named.isEmpty() ? "an actor that is nothing" : "an actor of two kinds",
          "name one of " + String.join(", ", known));
    }
  }

  /** Takes in whom {@code part} names. */
  List<String> enter(Section part, Kind kind) {
    List<Section.Word> words = part.words(kind.key);
    if (words.size() > 1 && kind != Kind.MINERS && kind != Kind.USERS) {
      throw part.invalid(
          words.get(1).line(), "one " + kind.key + " a part", "give the other a part of its own");
    }
    for (Section.Word word : words) {
      if (!NAME.matcher(word.text()).matches()) {
        throw part.invalid(
            word.line(),
            "the name '" + word.text() + "'",
            "use at most 24 small letters, digits and hyphens, a letter first");
      }
      if (kinds.put(word.text(), kind) != null) {
        throw part.invalid(
            word.line(), "'" + word.text() + "' is there already", "give everybody a name");
      }
      if (kinds.size() > MOST_WALLETS) {
        throw part.invalid(
            word.line(), "more than " + MOST_WALLETS + " actors", "each is a process; take fewer");
      }
    }
    return words.stream().map(Section.Word::text).toList();
  }

  /** The names under {@code key}, each of one of {@code kinds}; all there are, if none is given. */
  List<String> named(Section part, String key, Kind... wanted) {
    List<Section.Word> words = part.words(key);
    if (words.isEmpty()) {
      return all(wanted);
    }
    Set<String> names = new LinkedHashSet<>();
    for (Section.Word word : words) {
      names.add(checked(part, key, word, wanted));
    }
    return List.copyOf(names);
  }

  /** The one name under {@code key}; the only one there is, if none is given. */
  String one(Section part, String key, Kind wanted) {
    List<Section.Word> words = part.words(key);
    if (words.size() == 1) {
      return checked(part, key, words.get(0), wanted);
    }
    List<String> all = all(wanted);
    if (words.isEmpty() && all.size() == 1) {
      return all.get(0);
    }
    throw part.invalid(
        part.line(key),
        "'" + key + "' must name one " + wanted.key,
        all.isEmpty() ? "the story has none" : "there are " + String.join(", ", all));
  }

  /** Everybody of these kinds. */
  List<String> all(Kind... wanted) {
    Set<Kind> set = Set.of(wanted);
    return kinds.entrySet().stream()
        .filter(entry -> set.contains(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private String checked(Section part, String key, Section.Word word, Kind... wanted) {
    List<String> all = all(wanted);
    if (!all.contains(word.text())) {
      throw part.invalid(
          word.line(),
          "'" + key + "' names '" + word.text() + "', who does not exist or is something else",
          "choose among " + (all.isEmpty() ? "nobody: add one first" : String.join(", ", all)));
    }
    return word.text();
  }
}
