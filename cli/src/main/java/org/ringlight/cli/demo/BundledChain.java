package org.ringlight.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.rpc.recording.Recording;
import org.ringlight.truth.TrueSpend;
import org.ringlight.truth.TruthFiles;

/**
 * A small chain made by a real monerod and real wallets that played a story, recorded, with the
 * truth beside it; see {@code ground-truth/record-demo}.
 */
public final class BundledChain {

  private static final List<String> BESIDE = List.of("truth.csv", "labels.csv", "STORY.md");

  private BundledChain() {}

  /** What the node said. */
  public static Recording recording() {
    try (InputStream in = resource("recording.zip")) {
      return Recording.read(in, "the bundled chain");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the truth, the labels and the story into {@code folder}, and returns the true spends. */
  public static List<TrueSpend> unpackTruth(Path folder) {
    try {
      Files.createDirectories(folder);
      for (String name : BESIDE) {
        try (InputStream in = resource(name)) {
          Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new StoreUnavailable(
          "the truth of the demo cannot be written: " + e.getMessage(),
          folder.toString(),
          "check space and permissions, or choose another folder with --data",
          e);
    }
    return TruthFiles.readSpends(folder.resolve("truth.csv"));
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(BundledChain.class.getResourceAsStream(name), name);
  }
}
