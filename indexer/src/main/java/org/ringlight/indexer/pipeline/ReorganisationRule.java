package org.ringlight.indexer.pipeline;

import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.ringlight.failure.ConfigurationInvalid;

/**
 * Whether stored blocks are given up for the node's branch: only for a longer one with more work,
 * and where many would go, only when that was asked for. Difficulties are the node's word on both
 * sides where the tables cannot recompute them (Monero's); against a node that lies about them the
 * depth is the guard, and what is given up is kept as a branch. One for a run.
 */
public final class ReorganisationRule {

  /**
   * Blocks given up unasked: ten times the ten blocks after which outputs can be spent, which says
   * how long the chain itself expects reorganisations to be.
   */
  public static final long DEEPEST_UNASKED = 100;

  private static final int HEADERS_AT_ONCE = 1000;

  private final String node;
  private final Work work;
  private final DeepReorganisations deep;
  private final Consumer<String> said;
  private OptionalLong saidOf = OptionalLong.empty();

  /** Expected hashes behind blocks. */
  public interface Work {

    /** Behind the stored blocks above {@code height}. */
    BigInteger stored(long height);

    /** Behind the node's blocks at these heights, both included. */
    BigInteger offered(long from, long to);
  }

  /**
   * @param node its name, for messages
   * @param said hears why a branch is not followed, once for each
   */
  public ReorganisationRule(
      String node, Work work, DeepReorganisations deep, Consumer<String> said) {
    this.node = node;
    this.work = work;
    this.deep = deep;
    this.said = said;
  }

  /**
   * Whether what is stored above block {@code shared} is to be given up.
   *
   * @throws ConfigurationInvalid where only the user can decide
   */
  public boolean allows(long storedTip, long shared, long nodeTip) {
    if (nodeTip <= storedTip) {
      return false; // behind, or on a branch that is no longer than ours
    }
    return switch (deep) {
      case ACCEPTED -> true;
      case REFUSED -> {
        requireShallow(storedTip, shared);
        yield hasMoreWork(shared, nodeTip);
      }
    };
  }

  private void requireShallow(long storedTip, long shared) {
    long depth = storedTip - shared;
    if (depth > DEEPEST_UNASKED) {
      throw new ConfigurationInvalid(
          "the node's chain has left the stored one after height "
              + shared
              + ": following it gives up "
              + depth
              + " blocks, and more than "
              + DEEPEST_UNASKED
              + " are not given up unasked",
          node,
          "ask a second node; if this one is right, run again with --accept-deep-reorg");
    }
  }

  private boolean hasMoreWork(long shared, long nodeTip) {
    BigInteger ours = work.stored(shared);
    BigInteger theirs = BigInteger.ZERO;
    for (long from = shared + 1; from <= nodeTip; from += HEADERS_AT_ONCE) {
      theirs = theirs.add(work.offered(from, Math.min(nodeTip, from + HEADERS_AT_ONCE - 1)));
      if (theirs.compareTo(ours) > 0) {
        return true;
      }
    }
    if (!saidOf.equals(OptionalLong.of(shared))) {
      saidOf = OptionalLong.of(shared);
      say(shared, ours, theirs);
    }
    return false;
  }

  private void say(long shared, BigInteger ours, BigInteger theirs) {
    said.accept(
        "The node is on another branch after height "
            + shared
            + ", longer than the stored one but of less work ("
            + theirs
            + " against "
            + ours
            + " hashes); nothing was given up for it. Ask a second node; if this one is right, run"
            + " again with --accept-deep-reorg.");
  }
}
