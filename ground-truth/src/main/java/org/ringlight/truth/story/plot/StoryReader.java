package org.ringlight.truth.story.plot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.truth.regtest.RegtestChain;
import org.ringlight.truth.story.plot.Cast.Kind;

/** Makes a {@link Story} of a file's text, or says why it cannot be told, with the line. */
final class StoryReader {

  private static final LocalDate START = LocalDate.parse("2025-03-01");
  private static final int MOST_BLOCKS_A_DAY = 8640;

  private final String place;
  private final Section top;
  private final Map<String, Integer> openers = new HashMap<>();

  private StoryReader(String place, Yaml root) {
    this.place = place;
    this.top = new Section(place, "the story", root);
  }

  /**
   * @throws org.ringlight.failure.ConfigurationInvalid if it cannot be told
   */
  static Story read(String text, String place) {
    return new StoryReader(place, YamlReader.read(text, place)).story();
  }

  private Story story() {
    int days = top.number("days", 60, 1, 3650);
    int opening = top.number("opening-blocks", 115, RegtestChain.FIRST_PAYMENT, 10_000);
    int aTurn = top.number("blocks-a-turn", 3, 1, 1000);
    int blocks = top.number("blocks", 600, 1, 50_000);
    String title = top.text("title");
    long seed = top.seed("seed", 1);
    Instant start = start(days);
    checkBlocks(days, blocks, opening, aTurn);
    List<Part> parts = parts(days * (blocks - 2 * Story.CLOSING_BLOCKS - aTurn) / blocks);
    top.end();
    checkOpeners(opening);
    return new Story(title, seed, start, days, blocks, opening, aTurn, openers, parts);
  }

  private Instant start(int days) {
    Instant start = top.date("start", START).atStartOfDay(ZoneOffset.UTC).toInstant();
    if (start.plus(days + 1L, ChronoUnit.DAYS).isAfter(Instant.now())) {
      throw top.invalid(
          top.line("start"),
          "the story ends in the future",
          "a node takes no such block; start earlier");
    }
    return start;
  }

  private record Read(Section section, Kind kind, List<String> names) {}

  private List<Part> parts(int lastDay) {
    Cast cast = new Cast();
    List<Read> all = new ArrayList<>();
    for (Yaml node : top.list("actors")) {
      Section section = new Section(place, "an actor", node);
      Kind kind = Kind.of(section);
      all.add(new Read(section, kind, cast.enter(section, kind)));
    }
    PartReader reader = new PartReader(cast, Math.max(1, lastDay));
    List<Part> parts = new ArrayList<>();
    int found = 0;
    for (Read read : all) {
      Part part = reader.read(read.section(), read.kind(), read.names());
      parts.add(part);
      openers(read);
      read.section().end();
      if (part instanceof Part.Pool pool) {
        found = pooled(read.section(), found + pool.findsPercent());
      }
    }
    checkMiners(cast, found);
    checkAlone(all);
    return parts;
  }

  private void openers(Read read) {
    if (read.kind() == Kind.AUDITOR) {
      return;
    }
    int few =
        switch (read.kind()) {
          case SWAP_SERVICE -> 4;
          case DOUBLE_SPENDER -> 1;
          default -> 0;
        };
    int least = read.kind() == Kind.DOUBLE_SPENDER ? 1 : 0;
    int blocks = read.section().number("opening-blocks", few, least, 1000);
    if (blocks > 0) {
      read.names().forEach(name -> openers.put(name, blocks));
    }
  }

  private static int pooled(Section pool, int percent) {
    if (percent > 100) {
      throw pool.invalid(
          pool.line("finds-percent"),
          "the pools find " + percent + " percent of the blocks",
          "give them 100 percent together at most");
    }
    return percent;
  }

  private void checkMiners(Cast cast, int found) {
    if (found < 100 && cast.all(Kind.MINERS).isEmpty()) {
      throw top.invalid(
          top.line("actors"),
          "nobody finds " + (100 - found) + " percent of the blocks",
          "add miners, or let pools find 100 percent");
    }
  }

  private static void checkAlone(List<Read> all) {
    all.stream()
        .filter(read -> read.kind() == Kind.DOUBLE_SPENDER)
        .skip(1)
        .findFirst()
        .ifPresent(
            second -> {
              throw second
                  .section()
                  .invalid(second.section().line(), "a second double spender", "one is enough");
            });
  }

  private void checkBlocks(int days, int blocks, int opening, int aTurn) {
    int least = opening + 2 * Story.CLOSING_BLOCKS + aTurn;
    if (blocks < least) {
      throw top.invalid(
          top.line("blocks"),
          blocks + " blocks leave no turn",
          "at least %d are needed: %d of the opening, %d for a turn, %d of the end"
              .formatted(least, opening, aTurn, 2 * Story.CLOSING_BLOCKS));
    }
    if (blocks > (long) days * MOST_BLOCKS_A_DAY) {
      throw top.invalid(
          top.line("blocks"),
          blocks + " blocks in " + days + " days",
          "at most " + MOST_BLOCKS_A_DAY + " a day");
    }
  }

  private void checkOpeners(int opening) {
    int owned = openers.values().stream().mapToInt(Integer::intValue).sum();
    if (owned > opening / 2) {
      throw top.invalid(
          top.line("opening-blocks"),
          owned + " of " + opening + " opening blocks are given to single actors",
          "give half of them at most: pools and miners need the others");
    }
  }
}
