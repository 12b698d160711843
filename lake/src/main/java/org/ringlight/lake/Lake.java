package org.ringlight.lake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.io.FileIO;
import org.ringlight.lake.iceberg.LocalFiles;
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

  private Lake(Path folder, FileIO files, CommitSteps steps) {
    this.folder = folder;
    this.steps = steps;
    this.warehouse = new Warehouse(folder, files);
  }

  /**
   * Opens the tables in {@code folder}; creates an empty data directory where there is none.
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
   */
  public static Lake openExisting(Path folder) {
    LakeVersion.requireThere(folder.toAbsolutePath().normalize());
    return open(folder);
  }

  static Lake open(Path folder, FileIO files, CommitSteps steps) {
    Path absolute = folder.toAbsolutePath().normalize();
    LakeVersion.check(absolute);
    return new Lake(absolute, files, steps);
  }

  /** The data directory, absolute. */
  public Path folder() {
    return folder;
  }

  /** The last commit of {@code namespace}. */
  public Optional<Tip> tip(Namespace namespace) {
    return new TipLog(warehouse, namespace).newest();
  }

  /** All commits of {@code namespace}, oldest first. */
  public List<Tip> tips(Namespace namespace) {
    return new TipLog(warehouse, namespace).all();
  }

  /** Which chain the tables of {@code namespace} are of, from the first commit on. */
  public Optional<ChainIdentity> identity(Namespace namespace) {
    // what a run wrote that never came to its first commit binds nobody
    return tip(namespace).flatMap(tip -> ChainIdentity.of(warehouse.properties(namespace)));
  }

  /** The tables of {@code namespace} as its last commit left them; empty before the first. */
  public Optional<Snapshot> current(Namespace namespace) {
    return tip(namespace).map(tip -> at(namespace, tip));
  }

  /** The tables of {@code namespace} as {@code tip} left them. */
  public Snapshot at(Namespace namespace, Tip tip) {
    return new Snapshot(warehouse, namespace, tip);
  }

  /**
   * Becomes the one writer of {@code namespace}, and cleans up after one that died.
   *
   * @throws org.ringlight.failure.StoreUnavailable when another holds it; the message names it
   */
  public Writer writer(Namespace namespace) {
    return Writer.open(warehouse, namespace, steps);
  }

  @Override
  public void close() {
    warehouse.close();
  }
}
