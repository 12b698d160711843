package org.ringlight.truth.story.told;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.truth.CsvFile;
import org.ringlight.truth.Folders;
import org.ringlight.truth.PartFiles;
import org.ringlight.truth.TruthFiles;
import org.ringlight.truth.story.Told;
import org.ringlight.truth.story.plot.StoryFile;

/**
 * The folder of a told story. Its files appear together at the end, once the truth was checked,
 * {@code truth.csv} as the last one: where that is, all of them are, and they agree with the chain.
 */
final class StoryFolder {

  private final Path folder;

  private StoryFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes it.
   *
   * @throws org.ringlight.failure.ConfigurationInvalid if something is in it
   */
  static StoryFolder fresh(Path folder) {
    Folders.requireEmpty(folder);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
    return new StoryFolder(folder);
  }

  /** Where the chain is. */
  Path node() {
    return folder.resolve("node");
  }

  /** Where wallets work; gone when all went well. */
  Path work() {
    return folder.resolve("work");
  }

  /** Writes every file. */
  void write(StoryFile file, Told told) {
    Provenance provenance = Provenance.of(file);
    ServiceFiles services = new ServiceFiles(told, provenance);
    try (PartFiles files = new PartFiles(folder)) {
      text(files.part("story.yaml"), file.text());
      text(files.part("STORY.md"), new StoryPage(told, StoryPage.Kept.NODE).markdown());
      TruthFiles.writeLabels(files.part("labels.csv"), told.journal().labels());
      TruthFiles.writeOutputs(files.part("outputs.csv"), told.outputs());
      CsvFile.write(
          files.part("exchange_log.csv"), ExchangeLog.HEADER, ExchangeLog.rows(told, provenance));
      CsvFile.write(files.part("payouts.csv"), ServiceFiles.PAYOUTS, services.payouts());
      CsvFile.write(files.part("swap_trades.csv"), ServiceFiles.TRADES, services.trades());
      CsvFile.write(files.part("bitcoin_legs.csv"), ServiceFiles.LEGS, services.legs());
      CsvFile.write(files.part("rates.csv"), ServiceFiles.PRICES, services.rates());
      CsvFile.write(
          files.part("disclosures.csv"), ServiceFiles.DISCLOSURES, services.disclosures());
      TruthFiles.writeSpends(files.part("truth.csv"), told.truth().spends());
      files.appear();
    }
  }

  private static void text(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  private static StoreUnavailable unwritable(Path place, IOException e) {
    return new StoreUnavailable(
        "cannot write: " + e.getMessage(), place.toString(), "choose another folder", e);
  }
}
