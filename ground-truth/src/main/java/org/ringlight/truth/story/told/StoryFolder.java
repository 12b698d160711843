package org.ringlight.truth.story.told;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.truth.CsvFile;
import org.ringlight.truth.TruthFiles;
import org.ringlight.truth.story.Told;
import org.ringlight.truth.story.plot.StoryFile;

/**
 * The folder of a told story. Its files appear together at the end, once the truth was checked,
 * {@code truth.csv} as the last one: where that is, all of them are, and they agree with the chain.
 */
final class StoryFolder {

  private static final String UNFINISHED = ".part";

  private final Path folder;

  private StoryFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes it.
   *
   * @throws ConfigurationInvalid if something is in it
   */
  static StoryFolder fresh(Path folder) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> entries = Files.list(folder)) {
        if (entries.findAny().isPresent()) {
          throw new ConfigurationInvalid(
              "the folder is not empty", folder.toString(), "choose a new one for each story");
        }
      }
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
    List<String> names = new ArrayList<>();
    part(names, "story.yaml", path -> text(path, file.text()));
    part(
        names, "STORY.md", path -> text(path, new StoryPage(told, StoryPage.Kept.NODE).markdown()));
    part(names, "labels.csv", path -> TruthFiles.writeLabels(path, told.journal().labels()));
    csv(names, "exchange_log.csv", ExchangeLog.HEADER, ExchangeLog.rows(told, provenance));
    csv(names, "payouts.csv", ServiceFiles.PAYOUTS, services.payouts());
    csv(names, "swap_trades.csv", ServiceFiles.TRADES, services.trades());
    csv(names, "bitcoin_legs.csv", ServiceFiles.LEGS, services.legs());
    csv(names, "rates.csv", ServiceFiles.PRICES, services.rates());
    csv(names, "disclosures.csv", ServiceFiles.DISCLOSURES, services.disclosures());
    part(names, "truth.csv", path -> TruthFiles.writeSpends(path, told.truth().spends()));
    names.forEach(this::show);
  }

  private void csv(List<String> names, String name, String header, List<List<String>> rows) {
    part(names, name, path -> CsvFile.write(path, header, rows));
  }

  private void part(List<String> names, String name, Consumer<Path> write) {
    write.accept(folder.resolve(name + UNFINISHED));
    names.add(name);
  }

  private void show(String name) {
    try {
      Files.move(
          folder.resolve(name + UNFINISHED), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(folder.resolve(name), e);
    }
  }

  private static void text(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Removes {@code folder} and all that is in it. */
  static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static StoreUnavailable unwritable(Path place, IOException e) {
    return new StoreUnavailable(
        "cannot write: " + e.getMessage(), place.toString(), "choose another folder", e);
  }
}
