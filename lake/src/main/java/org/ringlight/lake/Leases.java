package org.ringlight.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ringlight.failure.Interrupted;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.iceberg.StoreErrors;

/**
 * The leases of a namespace's readers: a held file each, named at random, so that they end with
 * their reader however that dies. Empty means that the reader is about to choose its tip.
 *
 * <p>No reader can lose its tip between looking and leasing: it leases first, then looks whether
 * the tip is kept; expiry first stops keeping the tip, then looks at the leases. One of the two
 * sees the other.
 */
final class Leases implements AutoCloseable {

  private static final String SUFFIX = ".lease";
  private static final long POLL_MILLIS = 2;

  private final Path folder;
  private final LocalFiles files;
  private final Set<Lease> open = ConcurrentHashMap.newKeySet();

  Leases(Path namespaceFolder, LocalFiles files) {
    this.folder = namespaceFolder.resolve("leases");
    this.files = files;
  }

  /** Takes a lease that holds everything. */
  Lease take() {
    return StoreErrors.at(
        folder,
        () -> {
          Lease lease = new Lease(writable() ? file() : null, open::remove);
          open.add(lease);
          return lease;
        });
  }

  private boolean writable() throws IOException {
    if (!Files.isDirectory(folder)) {
      Path above = LocalFiles.folderOf(folder);
      Path aboveThat = LocalFiles.folderOf(above);
      if (!Files.isWritable(Files.isDirectory(above) ? above : aboveThat)) {
        return false;
      }
      files.createFolder(folder);
    }
    return Files.isWritable(folder);
  }

  private HeldFile file() throws IOException {
    while (true) {
      Optional<HeldFile> held = HeldFile.holdOrCreate(folder.resolve(UUID.randomUUID() + SUFFIX));
      // a writer that looked between creating and holding took it for a dead reader's
      if (held.isPresent() && held.get().named()) {
        return held.get();
      }
      if (held.isPresent()) {
        held.get().close();
      }
    }
  }

  /**
   * The tips that readers hold now, once every reader that is choosing one has chosen. Deletes what
   * dead readers left.
   *
   * @return empty where a reader is still choosing after {@code patience}
   */
  Optional<List<Tip>> held(Duration patience) {
    return StoreErrors.at(
        folder,
        () -> {
          long end = System.nanoTime() + patience.toNanos();
          List<Tip> tips = new ArrayList<>();
          for (Path lease : list()) {
            Optional<String> text = text(lease);
            while (text.isPresent() && !chosen(text.get())) {
              if (System.nanoTime() - end >= 0) {
                return Optional.empty();
              }
              pause();
              text = text(lease);
            }
            text.flatMap(chosen -> TipSummary.read(chosen.lines().findFirst().orElse(null)))
                .ifPresent(tips::add);
          }
          return Optional.of(tips);
        });
  }

  private static boolean chosen(String text) {
    return text.endsWith("\n");
  }

  private List<Path> list() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> file.toString().endsWith(SUFFIX)).toList();
    }
  }

  /** What a living reader says; empty where it is gone. */
  private static Optional<String> text(Path lease) throws IOException {
    try {
      Optional<HeldFile> dead = HeldFile.hold(lease);
      if (dead.isPresent()) {
        dead.get().delete();
        return Optional.empty();
      }
      return Optional.of(HeldFile.read(lease));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interrupted(
          "stopped while waiting for readers", folder.toString(), "run the same command again", e);
    }
  }

  /** Ends every lease taken here. */
  @Override
  public void close() {
    open.forEach(Lease::close);
  }
}
