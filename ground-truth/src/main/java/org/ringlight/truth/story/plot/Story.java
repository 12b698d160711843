package org.ringlight.truth.story.plot;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A story that can be told: everything was checked that can be checked before a node runs.
 *
 * @param seed of everything left to chance but the wallets' inputs and decoys
 * @param start date of what came before the first block
 * @param days from there to the last block
 * @param blocks at most; what does not fill a turn is left out, and a double spend adds a few
 * @param openingBlocks before anybody pays
 * @param blocksATurn mined after each turn
 * @param openers how many of the opening blocks an actor finds for itself, by name
 * @param parts in the order they are written
 */
public record Story(
    String title,
    long seed,
    Instant start,
    int days,
    int blocks,
    int openingBlocks,
    int blocksATurn,
    Map<String, Integer> openers,
    List<Part> parts) {

  /** Blocks after the last turn, twice: by then every payment is mined and unlocked. */
  public static final int CLOSING_BLOCKS = 12;

  public Story {
    openers = Map.copyOf(openers);
    parts = List.copyOf(parts);
  }

  /** How often everybody gets to act. */
  public int turns() {
    return (blocks - openingBlocks - 2 * CLOSING_BLOCKS) / blocksATurn;
  }

  /** How many blocks are mined, but for those a double spend adds: as many as fill whole turns. */
  public int minedBlocks() {
    return openingBlocks + turns() * blocksATurn + 2 * CLOSING_BLOCKS;
  }

  /** The parts of one kind. */
  public <T extends Part> Stream<T> parts(Class<T> kind) {
    return parts.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Every name with a wallet and what it is, in the order they are written. */
  public Stream<String> people(Role role) {
    return parts(Part.People.class)
        .filter(people -> people.role() == role)
        .flatMap(people -> people.names().stream());
  }

  /** The same story with other chances. */
  public Story withSeed(long other) {
    return new Story(title, other, start, days, blocks, openingBlocks, blocksATurn, openers, parts);
  }

  /** The same story with fewer or more turns, blocks as far apart as before. */
  public Story withTurns(int turns) {
    int other = openingBlocks + 2 * CLOSING_BLOCKS + turns * blocksATurn;
    int otherDays = Math.max(1, days * other / blocks);
    List<Part> scaled =
        parts.stream()
            .map(part -> part instanceof Part.Thief thief ? thief.sooner(otherDays, days) : part)
            .toList();
    return new Story(
        title, seed, start, otherDays, other, openingBlocks, blocksATurn, openers, scaled);
  }
}
