package org.ringlight.cli;

import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.indexer.pipeline.Unreadable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What to index, and whether to stay: the same for every chain. */
final class IndexFlags {

  @Option(
      names = "--from",
      paramLabel = "H",
      description = {
        "The first height to index, for tables of a slice of the chain; they remember it.",
        "Default: genesis."
      })
  @Nullable Long from;

  @Option(
      names = "--to",
      paramLabel = "H",
      description = "The last height to index. Default: the tip.")
  @Nullable Long to;

  @Option(
      names = "--quarantine",
      description = {
        "Keep the bytes of a transaction that cannot be read or does not verify in the table"
            + " quarantine and go on;",
        "without it, indexing stops before that block."
      })
  boolean quarantine;

  @Option(
      names = "--accept-deep-reorg",
      description = {
        "Follow the longer chain even where that gives up more than 100 stored blocks, or where it"
            + " names less work;",
        "without it, that is refused (exit code 3) or left alone."
      })
  boolean acceptDeepReorganisation;

  @Option(
      names = "--follow",
      description = {
        "Stay once everything is there: store each block as it comes, and wait for the node when it"
            + " is away."
      })
  boolean follow;

  @Option(
      names = "--poll",
      paramLabel = "SECONDS",
      description = {
        "With --follow: how often the node is asked in any case. Default: 5, with --zmq 30."
      })
  @Nullable Integer poll;

  /**
   * What was typed.
   *
   * @throws ParameterException where it makes no sense
   */
  Indexing wanted(CommandLine line) {
    check(line);
    Indexing wanted =
        new Indexing(
            to == null ? OptionalLong.empty() : OptionalLong.of(to),
            quarantine ? Unreadable.QUARANTINE : Unreadable.STOP);
    if (from != null) {
      wanted = wanted.startingAt(from);
    }
    return acceptDeepReorganisation ? wanted.acceptingDeepReorganisations() : wanted;
  }

  private void check(CommandLine line) {
    requireHeight(line, "--from", from);
    requireHeight(line, "--to", to);
    if (from != null && to != null && from > to) {
      throw new ParameterException(line, "--from " + from + " is above --to " + to);
    }
    if (follow && to != null) {
      throw new ParameterException(line, "--follow goes on for ever, --to ends: give one of them");
    }
    if (!follow && poll != null) {
      throw new ParameterException(line, "--poll says how to follow: add --follow");
    }
    if (poll != null && poll < 1) {
      throw new ParameterException(line, "--poll is a number of seconds, 1 or more, not " + poll);
    }
  }

  private static void requireHeight(CommandLine line, String option, @Nullable Long height) {
    if (height != null && height < 0) {
      throw new ParameterException(line, option + " is a height, 0 or more, not " + height);
    }
  }

  /** How often to ask; {@code usual} where nothing was typed. */
  Duration poll(Duration usual) {
    return poll == null ? usual : Duration.ofSeconds(poll);
  }
}
