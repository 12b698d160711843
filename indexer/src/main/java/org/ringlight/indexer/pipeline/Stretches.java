package org.ringlight.indexer.pipeline;

import java.util.Optional;
import java.util.function.LongFunction;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.protocol.BlockHash;

/** Says which blocks of a source come next into the tables. */
public final class Stretches {

  private final String source;
  private final LongFunction<Optional<BlockHash>> hashes;
  private final Indexing wanted;
  private final Asking asking;
  private final ReorganisationRule rule;

  /**
   * @param source its name, for messages
   * @param hashes the id of its block at a height
   */
  public Stretches(
      String source,
      LongFunction<Optional<BlockHash>> hashes,
      Indexing wanted,
      Asking asking,
      ReorganisationRule rule) {
    this.source = source;
    this.hashes = hashes;
    this.wanted = wanted;
    this.asking = asking;
    this.rule = rule;
  }

  /**
   * What follows the last block shared with the source; empty where there is nothing to do, or
   * where its branch is not to be followed.
   *
   * @throws ConfigurationInvalid where the source ends before the slice that is wanted begins, or
   *     where only the user can decide on a reorganisation
   */
  public Optional<Stretch> next(StoredHeights<?> stored, long sourceTip, Pace pace) {
    requireReached(stored, sourceTip);
    long shared = asking.answer(() -> stored.lastShared(sourceTip, hashes));
    boolean reorganised = shared < stored.tipHeight();
    if (reorganised && !asking.answer(() -> rule.allows(stored.tipHeight(), shared, sourceTip))) {
      return Optional.empty();
    }
    // a reorganisation is followed at least as far as the tables reached before
    long last = Math.min(pace.last(stored.tipHeight(), sourceTip), wanted.to().orElse(sourceTip));
    long to = reorganised ? Math.max(last, stored.tipHeight()) : last;
    return to <= shared ? Optional.empty() : Optional.of(new Stretch(shared, to));
  }

  /** A slice begins at a block that the source has. */
  private void requireReached(StoredHeights<?> stored, long sourceTip) {
    if (stored.isEmpty() && stored.start() > sourceTip) {
      throw new ConfigurationInvalid(
          "the chain ends at height "
              + sourceTip
              + ", before the first block wanted, "
              + stored.start(),
          source,
          "begin at a lower height (--from), or wait until it has that block");
    }
  }
}
