package org.ringlight.truth.story.told;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ringlight.failure.Failure;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.recording.Recording;
import org.ringlight.truth.Folders;
import org.ringlight.truth.TruthFiles;
import org.ringlight.truth.story.StoryListener;
import org.ringlight.truth.story.Telling;
import org.ringlight.truth.story.Told;
import org.ringlight.truth.story.plot.Story;
import org.ringlight.truth.story.plot.StoryFile;

/**
 * Makes the files of the demo: tells the story {@code demo} on a real node and writes recording,
 * truth, outputs, labels and story. Needs the programs monerod and monero-wallet-rpc and some
 * minutes.
 *
 * <p>{@code RecordDemo OUT [SEED [TURNS]]}; talk goes to stderr.
 */
public final class RecordDemo {

  private static final int USAGE = 2;

  private RecordDemo() {}

  public static void main(String[] args) {
    if (args.length < 1 || args.length > 3) {
      System.err.println("usage: RecordDemo OUT [SEED [TURNS]]");
      System.exit(USAGE);
    }
    Story story = StoryFile.named("demo").story();
    long seed = args.length > 1 ? Long.parseLong(args[1]) : story.seed();
    int turns = args.length > 2 ? Integer.parseInt(args[2]) : story.turns();
    try {
      record(Path.of(args[0]), story.withSeed(seed).withTurns(turns));
    } catch (Failure e) {
      System.err.println(e.getMessage());
      System.exit(exitCode(e.kind()));
    }
  }

  /** Writes the five files into {@code out}. The node's folder is kept only if something fails. */
  static void record(Path out, Story story) {
    try {
      Files.createDirectories(out);
      Path work = Files.createTempDirectory("ringlight-demo-");
      say("working in " + work);
      tell(work, out, story);
      Folders.remove(work);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "cannot write: " + e.getMessage(), out.toString(), "choose another folder", e);
    }
  }

  private static void tell(Path work, Path out, Story story) throws IOException {
    try (Telling telling =
        new Telling(story, work.resolve("node"), work.resolve("wallets"), new Lines())) {
      Told told = telling.tell();
      Recording.capture(
          NodeOptions.of(telling.world().node().rpc()),
          out.resolve("recording.zip"),
          PageForm.PRUNED);
      TruthFiles.writeSpends(out.resolve("truth.csv"), told.truth().spends());
      TruthFiles.writeOutputs(out.resolve("outputs.csv"), told.outputs());
      TruthFiles.writeLabels(out.resolve("labels.csv"), told.journal().labels());
      Files.writeString(
          out.resolve("STORY.md"), new StoryPage(told, StoryPage.Kept.RECORDING).markdown());
      say(
          told.journal().refusals()
              + " payments refused, "
              + told.journal().missedTurns().size()
              + " turns missed, "
              + told.figures().deaths()
              + " deaths of programs; written to "
              + out);
    }
  }

  /** One line for each chapter and every tenth turn. */
  private static final class Lines implements StoryListener {

    @Override
    public void chapter(String what) {
      say(what);
    }

    @Override
    public void turn(int turn, int of, long transactions) {
      if (turn % 10 == 0) {
        say("turn " + turn + " of " + of + ", " + transactions + " transactions");
      }
    }
  }

  private static int exitCode(Failure.Kind kind) {
    return switch (kind) {
      case CONFIGURATION_INVALID -> 3;
      case NODE_UNREACHABLE, STORE_UNAVAILABLE -> 4;
      case DATA_INVALID -> 5;
      case INTERRUPTED -> 130;
    };
  }

  private static void say(String what) {
    System.err.println(what);
  }
}
