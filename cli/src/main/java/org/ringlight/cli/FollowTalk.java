package org.ringlight.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ringlight.cli.progress.Stand;
import org.ringlight.failure.Failure;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.indexer.pipeline.FollowListener;

/** A run that follows a node, in words: a line for each event, or figures for a status line. */
final class FollowTalk implements FollowListener {

  /** How long an outage lasts before it is mentioned again. */
  private static final Duration REMINDER = Duration.ofMinutes(10);

  /** What is told of blocks as they come. */
  enum Blocks {
    SAID,
    COUNTED
  }

  private final PrintWriter talk;
  private final Blocks told;
  private volatile long blocks;
  private volatile @Nullable Step last;
  private volatile boolean away;
  private volatile int waiting;
  private long saidAwayAt;

  FollowTalk(PrintWriter talk, Blocks told) {
    this.talk = talk;
    this.told = told;
  }

  /** The figures now; for any thread. */
  Stand stand() {
    Step step = last;
    return new Stand(
        away ? "follow (the node is away)" : "follow",
        "blocks",
        blocks,
        0,
        Stream.concat(
                Stream.ofNullable(step).map(known -> figure("height", known.height())),
                Stream.of(figure("pool", waiting)))
            .toList());
  }

  private static Stand.Figure figure(String name, long value) {
    return new Stand.Figure(name, value, Stand.Kind.AS_IT_IS);
  }

  @Override
  public synchronized void stored(Step step) {
    last = step;
    blocks += step.blocks();
    if (told == Blocks.COUNTED) {
      return;
    }
    if (step.takenBack() > 0) {
      talk.printf(
          Locale.ROOT,
          "reorganisation: %,d stored blocks taken back, %,d in their place%n",
          step.takenBack(),
          step.blocks());
    }
    String what =
        step.blocks() == 1
            ? "block " + step.height()
            : "blocks %d to %d".formatted(step.height() - step.blocks() + 1, step.height());
    talk.printf(Locale.ROOT, "%s, %,d transactions, %s%n", what, step.transactions(), step.hash());
  }

  @Override
  public synchronized void away(NodeUnreachable why, Duration pause) {
    long now = System.nanoTime();
    if (!away || now - saidAwayAt >= REMINDER.toNanos()) {
      saidAwayAt = now;
      talk.printf(
          "ringlight: %s%nringlight: the run waits for the node and asks again every now and then,"
              + " the next time in %d s%n",
          why.getMessage(), pause.toSeconds());
    }
    away = true;
  }

  @Override
  public synchronized void back(Duration outage) {
    away = false;
    talk.printf("ringlight: the node answers again, after %d s%n", outage.toSeconds());
  }

  @Override
  public synchronized void unannounced() {
    talk.println(
        "ringlight: blocks come, but --zmq announces none; asking the node instead. Check that it"
            + " runs with --zmq-pub and that the address is the same");
  }

  @Override
  public void pool(int waits) {
    waiting = waits;
  }

  @Override
  public synchronized void poolRefused(Failure why) {
    talk.println("ringlight: the pool is left out until the node tells it: " + why.getMessage());
  }

  @Override
  public synchronized void poolTooLarge(int waits, int largest) {
    talk.printf(
        Locale.ROOT,
        "ringlight: %,d transactions wait in the pool; beyond %,d they are left out%n",
        waits,
        largest);
  }

  @Override
  public synchronized void unreadable(Failure why) {
    talk.println("ringlight: left out: " + why.getMessage());
  }

  @Override
  public synchronized void note(String sentence) {
    talk.println("ringlight: " + sentence);
  }
}
