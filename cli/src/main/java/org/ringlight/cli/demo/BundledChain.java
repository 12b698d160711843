package org.ringlight.cli.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.rpc.recording.Recording;
import org.ringlight.truth.TrueSpend;
import org.ringlight.truth.TruthFiles;

/**
 * A small chain made by a real monerod and real wallets that played a story, recorded, with the
 * truth and its twin on Bitcoin beside it; see {@code ground-truth/record-demo}.
 */
public final class BundledChain {

  private static final List<String> BESIDE =
      List.of("truth.csv", "outputs.csv", "labels.csv", "theft.csv", "STORY.md");

  /** The folder of the twin's block files. */
  private static final String TWIN = "twin";

  private BundledChain() {}

  /** What the node said. */
  public static Recording recording() {
    try (InputStream in = resource("recording.zip")) {
      return Recording.read(in, "the bundled chain");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Puts the truth, the outputs' owners and amounts, the labels, the theft on both chains and the
   * story into {@code folder}, and returns the true spends.
   */
  public static List<TrueSpend> unpackTruth(Path folder) {
    try {
      Files.createDirectories(folder);
      for (String name : BESIDE) {
        try (InputStream in = resource(name)) {
          Files.copy(in, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw unwritable("truth", folder, e);
    }
    return TruthFiles.readSpends(folder.resolve("truth.csv"));
  }

  /**
   * Puts the chain's twin on Bitcoin's simnet into a folder of its own under {@code folder}: {@code
   * blk00000.dat}, which {@code index-btc --blocks-dir} reads, and {@code twin.csv}, which output
   * is whose twin.
   *
   * @return that folder
   */
  public static Path unpackTwin(Path folder) {
    Path twin = folder.resolve(TWIN);
    try (ZipInputStream zip = new ZipInputStream(resource("twin.zip"))) {
      Files.createDirectories(twin);
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.copy(zip, twin.resolve(entry.getName()), StandardCopyOption.REPLACE_EXISTING);
      }
      return twin;
    } catch (IOException e) {
      throw unwritable("twin", twin, e);
    }
  }

  private static StoreUnavailable unwritable(String what, Path folder, IOException e) {
    return new StoreUnavailable(
        "the " + what + " of the demo cannot be written: " + e.getMessage(),
        folder.toString(),
        "check space and permissions, or choose another folder with --data",
        e);
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(BundledChain.class.getResourceAsStream(name), name);
  }
}
