package org.ringlight.truth.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ringlight.failure.Failure;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.PageForm;
import org.ringlight.rpc.recording.Recording;
import org.ringlight.truth.TruthFiles;

/**
 * Makes the files of the demo: tells {@link DemoStory} on a real node and writes recording, truth,
 * labels and story. Needs the programs monerod and monero-wallet-rpc and some minutes.
 *
 * <p>{@code RecordDemo OUT [SEED [TURNS]]}; talk goes to stderr.
 */
public final class RecordDemo {

  private static final long DEMO_SEED = 2025;
  private static final int DEMO_TURNS = 105;
  private static final int USAGE = 2;

  private RecordDemo() {}

  public static void main(String[] args) {
    if (args.length < 1 || args.length > 3) {
      System.err.println("usage: RecordDemo OUT [SEED [TURNS]]");
      System.exit(USAGE);
    }
    long seed = args.length > 1 ? Long.parseLong(args[1]) : DEMO_SEED;
    int turns = args.length > 2 ? Integer.parseInt(args[2]) : DEMO_TURNS;
    try {
      record(Path.of(args[0]), seed, turns);
    } catch (Failure e) {
      System.err.println(e.getMessage());
      System.exit(exitCode(e.kind()));
    }
  }

  /** Writes the four files into {@code out}. The node's folder is kept only if something fails. */
  static void record(Path out, long seed, int turns) {
    try {
      Files.createDirectories(out);
      Path work = Files.createTempDirectory("ringlight-demo-");
      say("working in " + work);
      tell(work, out, seed, turns);
      remove(work);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "cannot write: " + e.getMessage(), out.toString(), "choose another folder", e);
    }
  }

  private static void tell(Path work, Path out, long seed, int turns) throws IOException {
    try (World world = DemoStory.world(work, seed)) {
      DemoStory.Told told = new DemoStory(world, seed, turns, RecordDemo::say).tell();
      Recording.capture(
          NodeOptions.of(world.node().rpc()), out.resolve("recording.zip"), PageForm.PRUNED);
      TruthFiles.writeSpends(out.resolve("truth.csv"), told.truth().spends());
      TruthFiles.writeLabels(out.resolve("labels.csv"), told.journal().labels());
      Files.writeString(out.resolve("STORY.md"), new StoryPage(told, seed).markdown());
      say(
          told.journal().refusals()
              + " payments refused, "
              + told.journal().missedTurns()
              + " turns missed, "
              + world.node().deaths()
              + " deaths of the node; written to "
              + out);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
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
