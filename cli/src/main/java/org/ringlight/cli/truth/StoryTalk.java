package org.ringlight.cli.truth;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.ringlight.cli.Ringlight;
import org.ringlight.cli.progress.ProgressStyle;
import org.ringlight.cli.progress.Stand;
import org.ringlight.truth.ChainTruth;
import org.ringlight.truth.story.StoryListener;
import org.ringlight.truth.story.Told;
import org.ringlight.truth.story.plot.Story;

/** What a person hears while a story is told, and what came of it. */
final class StoryTalk implements StoryListener {

  private final Ringlight ringlight;
  private volatile Stand stand;
  private volatile boolean interrupted;

  StoryTalk(Ringlight ringlight, Story story) {
    this.ringlight = ringlight;
    this.stand = new Stand("regtest", "turns", 0, story.turns(), List.of());
  }

  /** How far the story is. */
  Stand stand() {
    return stand;
  }

  void interrupted() {
    interrupted = true;
  }

  boolean wasInterrupted() {
    return interrupted;
  }

  @Override
  public void chapter(String what) {
    if (ringlight.progress() != ProgressStyle.JSON) {
      ringlight.talk().println(what);
    }
  }

  @Override
  public void turn(int turn, int of, long transactions) {
    stand =
        new Stand(
            "regtest",
            "turns",
            turn,
            of,
            List.of(new Stand.Figure("tx", transactions, Stand.Kind.COUNT_PER_SECOND)));
  }

  /** The result on stdout, and how fast it went on stderr. */
  void summary(Told told, Path folder) {
    ChainTruth truth = told.truth();
    PrintWriter out = ringlight.out();
    out.printf(
        Locale.ROOT,
        "%s: %,d blocks, %,d transactions, %,d rings, each with its true spend among its members.%n"
            + "Written to %s; read %s first.%n",
        told.story().title(),
        truth.blocks(),
        truth.transactions(),
        truth.rings(),
        folder,
        folder.resolve("STORY.md"));
    out.flush();
    Told.Figures figures = told.figures();
    double seconds = seconds(figures.took());
    ringlight
        .talk()
        .printf(
            Locale.ROOT,
            "%.1f transactions/s: %.0f s in all, in %.0f s of them (%.0f %%) wallets were at work;"
                + " the time of %d wallets adds up to %.0f s. %d deaths of programs.%n",
            truth.transactions() / seconds,
            seconds,
            seconds(figures.walletsBusy()),
            100 * seconds(figures.walletsBusy()) / seconds,
            figures.wallets(),
            seconds(figures.walletsSummed()),
            figures.deaths());
    told.journal()
        .missedTurns()
        .forEach(why -> ringlight.talk().println("a turn was missed: " + why));
    if (told.unnoted() > 0) {
      ringlight
          .talk()
          .printf(
              Locale.ROOT,
              "%,d transactions were sent but their answers lost: the truth has them, the logs of"
                  + " services do not.%n",
              told.unnoted());
    }
    told.endedEarly()
        .ifPresent(
            why ->
                ringlight
                    .talk()
                    .println(
                        "ringlight: the story ended early: "
                            + why
                            + "; the files are what it had by then"));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
