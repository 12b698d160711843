package org.ringlight.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.iceberg.StoreErrors;

/**
 * The pins of a namespace: a small durable file each, which says the tip whole, so that a pin
 * stands even where the table of tips no longer has its row. Lines: the tip, since when, why.
 */
final class Pins {

  private static final String SUFFIX = ".pin";

  private final Path folder;
  private final LocalFiles files;

  Pins(Path namespaceFolder, LocalFiles files) {
    this.folder = namespaceFolder.resolve("pins");
    this.files = files;
  }

  /** Pins {@code tip}, which the caller holds a lease on. */
  Pin add(Tip tip, String why) {
    if (why.isBlank()) {
      throw new IllegalArgumentException("a pin says why");
    }
    Instant since = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Pin pin = new Pin(tip.number() + "-" + UUID.randomUUID(), tip, why.strip(), since);
    Path file = folder.resolve(pin.id() + SUFFIX);
    StoreErrors.run(
        file,
        () ->
            files.writeDurably(
                file, TipSummary.write(tip) + "\n" + since + "\n" + pin.why() + "\n"));
    return pin;
  }

  /** Forgets the pin named {@code id}, where it is there. */
  void remove(String id) {
    Path file = folder.resolve(id + SUFFIX);
    if (!folder.equals(file.getParent())) {
      throw new IllegalArgumentException("not the name of a pin: " + id);
    }
    StoreErrors.run(
        file,
        () -> {
          if (Files.deleteIfExists(file)) {
            files.keepNames(folder);
          }
        });
  }

  /** All pins, oldest tip first. */
  List<Pin> all() {
    return StoreErrors.at(
        folder,
        () -> {
          List<Pin> pins = new ArrayList<>();
          for (Path file : list()) {
            read(file).ifPresent(pins::add);
          }
          pins.sort(
              Comparator.comparingLong((Pin pin) -> pin.tip().number()).thenComparing(Pin::id));
          return pins;
        });
  }

  private List<Path> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(SUFFIX)).toList();
    }
  }

  private static Optional<Pin> read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    try {
      String[] lines = Files.readString(file).split("\n", 3);
      Tip tip = TipSummary.read(lines[0]).orElseThrow();
      return Optional.of(
          new Pin(
              name.substring(0, name.length() - SUFFIX.length()),
              tip,
              lines[2].strip(),
              Instant.parse(lines[1])));
    } catch (NoSuchFileException e) {
      return Optional.empty(); // unpinned just now
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
      throw new DataInvalid(
          "a pin cannot be read",
          file.toString(),
          "restore it from a copy, or delete it: what it kept may then be removed",
          e);
    }
  }
}
