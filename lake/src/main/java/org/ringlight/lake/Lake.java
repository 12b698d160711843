package org.ringlight.lake;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.ringlight.lake.iceberg.LocalFiles;
import org.ringlight.lake.iceberg.Relocation;
import org.ringlight.lake.iceberg.StoreErrors;
import org.ringlight.lake.iceberg.Warehouse;
import org.ringlight.lake.table.Namespace;

/**
 * The tables in a data directory. Any number of processes may read; one at a time writes a
 * namespace. Safe for use by several threads, unlike the writers, commits and rows it hands out.
 *
 * <p>Everything here fails with {@code StoreUnavailable} where the disk or the catalog does not
 * work, and with {@code DataInvalid} where what they hold is damaged.
 */
public final class Lake implements AutoCloseable {

  /** The file that makes a folder a data directory. */
  public static final String MARK = LakeVersion.FILE;

  private final Path folder;
  private final Warehouse warehouse;
  private final CommitSteps steps;
  private final Map<Namespace, Leases> leases = new EnumMap<>(Namespace.class);

  private Lake(Path folder, LocalFiles files, CommitSteps steps) {
    this.folder = folder;
    this.steps = steps;
    this.warehouse = new Warehouse(folder, files);
    for (Namespace namespace : Namespace.values()) {
      leases.put(namespace, new Leases(warehouse.folder(namespace), files));
    }
  }

  /**
   * Opens the tables in {@code folder}; creates an empty data directory where there is none, and
   * puts {@link #MARK} back where it is missing.
   *
   * @throws org.ringlight.failure.ConfigurationInvalid when a newer version wrote them
   */
  public static Lake open(Path folder) {
    return open(folder, new LocalFiles(), CommitSteps.UNWATCHED);
  }

  /**
   * Opens the tables in {@code folder} to look at them.
   *
   * @throws org.ringlight.failure.ConfigurationInvalid when there are none, or a newer version
   *     wrote them
   * @throws org.ringlight.failure.DataInvalid when {@link #MARK} is missing or damaged
   */
  public static Lake openExisting(Path folder) {
    LakeVersion.requireMarked(folder.toAbsolutePath().normalize());
    return open(folder);
  }

  static Lake open(Path folder, LocalFiles files, CommitSteps steps) {
    Path real = real(folder, files);
    if (LakeVersion.isMissing(real)) {
      mark(real, files);
    }
    LakeVersion.check(real);
    return new Lake(real, files, steps);
  }

  private static void mark(Path folder, LocalFiles files) {
    int version = LakeVersion.CURRENT;
    if (LakeVersion.isLost(folder)) {
      try (Lake lake = new Lake(folder, files, CommitSteps.UNWATCHED)) {
        version = lake.isIndexed() ? LakeVersion.CURRENT : LakeVersion.CURRENT - 1;
      }
    }
    LakeVersion.write(folder, files, version);
  }

  private boolean isIndexed() {
    try (Snapshot tables = current(Namespace.XMR).orElse(null)) {
      return tables == null || ForwardIndexing.isComplete(tables);
    }
  }

  /** Whether {@code folder} is a data directory, in order or not. */
  public static boolean isThere(Path folder) {
    return LakeVersion.isThere(folder.toAbsolutePath().normalize());
  }

  /** Whether there are tables in {@code folder} whose {@link #MARK} is missing or damaged. */
  public static boolean hasLostItsMark(Path folder) {
    LakeVersion.requireThere(folder.toAbsolutePath().normalize());
    return LakeVersion.isLost(folder.toAbsolutePath().normalize());
  }

  /** Writes {@link #MARK} anew: of which version the tables are is seen from them. */
  public static void restoreMark(Path folder) {
    LocalFiles files = new LocalFiles();
    mark(real(folder, files), files);
  }

  /** The folder by its one name, however it was reached: what is locked is locked by name. */
  private static Path real(Path folder, LocalFiles files) {
    return StoreErrors.at(
        folder.toAbsolutePath().normalize(),
        () -> {
          files.createFolder(folder.toAbsolutePath().normalize());
          return folder.toRealPath();
        });
  }

  /** The folder in which the tables of {@code folder} were made, where that is another one. */
  public static Optional<Path> movedFrom(Path folder) {
    LakeVersion.requireThere(folder.toAbsolutePath().normalize());
    LocalFiles files = new LocalFiles();
    return new Relocation(real(folder, files), files).origin();
  }

  /**
   * Makes a data directory that was moved or copied one of its own: every path in it is rewritten,
   * no row, no snapshot's id. Interrupted, it is done again from where it stopped; a folder it was
   * copied from stays as it is.
   *
   * @param done is told the folder of each table when it is rewritten
   * @throws org.ringlight.failure.StoreUnavailable when another process writes there
   * @throws org.ringlight.failure.DataInvalid when files are missing
   */
  public static void relocate(Path folder, Consumer<Path> done) {
    relocate(folder, new LocalFiles(), done);
  }

  static void relocate(Path folder, LocalFiles files, Consumer<Path> done) {
    LakeVersion.requireThere(folder.toAbsolutePath().normalize());
    Path real = real(folder, files);
    try (WriterLocks all = WriterLocks.acquire(real, files)) {
      new Relocation(real, files).run(done);
      all.endWell();
    }
  }

  /** Whether the tables in {@code folder} were written by an earlier version of this program. */
  public static boolean isOfEarlierVersion(Path folder) {
    LakeVersion.requireThere(folder.toAbsolutePath().normalize());
    return LakeVersion.isEarlier(folder.toAbsolutePath().normalize());
  }

  /**
   * Brings tables of an earlier version up to this one: makes the forward index of their rings.
   * Interrupted, it is done again from where it stopped.
   *
   * @param indexed hears how many rings are done
   * @throws org.ringlight.failure.StoreUnavailable when another process writes there
   */
  public static void upgrade(Path folder, LongConsumer indexed) {
    LocalFiles files = new LocalFiles();
    Path real = real(folder, files);
    try (Lake lake = new Lake(real, files, CommitSteps.UNWATCHED);
        Writer writer = lake.writer(Namespace.XMR)) {
      new ForwardIndexing(writer).run(indexed);
    }
    LakeVersion.write(real, files, LakeVersion.CURRENT);
  }

  /** The data directory, absolute. */
  public Path folder() {
    return folder;
  }

  /** The last commit of {@code namespace}. */
  public Optional<Tip> tip(Namespace namespace) {
    return new TipLog(warehouse, namespace).newest();
  }

  /** The commits of {@code namespace} that are kept, oldest first. */
  public List<Tip> tips(Namespace namespace) {
    Lease everything = leases(namespace).take();
    try {
      return new KeptTips(warehouse, namespace).all();
    } finally {
      everything.close();
    }
  }

  /** Which chain the tables of {@code namespace} are of, from the first commit on. */
  public Optional<ChainIdentity> identity(Namespace namespace) {
    // what a run wrote that never came to its first commit binds nobody
    return tip(namespace).flatMap(tip -> ChainIdentity.of(warehouse.properties(namespace)));
  }

  /**
   * The tables of {@code namespace} as its last commit left them; empty before the first. Close it,
   * so that what it holds can be removed one day; closing this closes it too.
   */
  public Optional<Snapshot> current(Namespace namespace) {
    Lease lease = leases(namespace).take();
    try {
      Optional<Tip> newest = tip(namespace);
      if (newest.isEmpty()) {
        lease.close();
      }
      return newest.map(tip -> held(namespace, tip, lease));
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  /**
   * The tables of {@code namespace} as {@code tip} left them. Close it, so that what it holds can
   * be removed one day; closing this closes it too.
   *
   * @throws org.ringlight.failure.StoreUnavailable when that tip is no longer kept
   */
  public Snapshot at(Namespace namespace, Tip tip) {
    Lease lease = leases(namespace).take();
    try {
      new KeptTips(warehouse, namespace).require(tip);
      return held(namespace, tip, lease);
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  private Snapshot held(Namespace namespace, Tip tip, Lease lease) {
    lease.narrow(tip);
    return new Snapshot(warehouse, namespace, tip, lease);
  }

  private Leases leases(Namespace namespace) {
    return Objects.requireNonNull(leases.get(namespace));
  }

  /**
   * Keeps {@code tip} until it is unpinned, durably.
   *
   * @param why for what, in words
   * @throws org.ringlight.failure.StoreUnavailable when that tip is no longer kept
   */
  public Pin pin(Namespace namespace, Tip tip, String why) {
    try (Snapshot held = at(namespace, tip)) {
      return pinned(namespace).add(held.tip(), why);
    }
  }

  /** Forgets a pin, durably; nothing happens where it is not there. The next expiry may remove. */
  public void unpin(Namespace namespace, String pinId) {
    pinned(namespace).remove(pinId);
  }

  /** The pins of {@code namespace}, oldest tip first. */
  public List<Pin> pins(Namespace namespace) {
    return pinned(namespace).all();
  }

  private Pins pinned(Namespace namespace) {
    return new Pins(warehouse.folder(namespace), warehouse.files());
  }

  /**
   * Becomes the one writer of {@code namespace}, and cleans up after one that died.
   *
   * @throws org.ringlight.failure.StoreUnavailable when another holds it; the message names it
   */
  public Writer writer(Namespace namespace) {
    return Writer.open(warehouse, namespace, steps);
  }

  /** Closes this and every snapshot it handed out. */
  @Override
  public void close() {
    leases.values().forEach(Leases::close);
    warehouse.close();
  }
}
