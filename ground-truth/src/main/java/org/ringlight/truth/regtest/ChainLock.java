package org.ringlight.truth.regtest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.HeldFile;
import org.ringlight.lake.Holder;

/** The right to work with a node's database, which two programs at once would ruin. */
final class ChainLock implements AutoCloseable {

  private final Path file;
  private final HeldFile held;

  private ChainLock(Path file, HeldFile held) {
    this.file = file;
    this.held = held;
  }

  /**
   * Takes it to import.
   *
   * @param file in an existing folder, the same for whoever asks
   * @throws ConfigurationInvalid if another process has it, with what that does
   */
  static ChainLock toImport(Path file) {
    return take(file, "is imported by " + Holder.process());
  }

  /** Takes it to serve at {@code rpc}; otherwise as {@link #toImport}. */
  static ChainLock toServe(Path file, URI rpc) {
    return take(file, "is served at " + rpc + " by " + Holder.process());
  }

  private static ChainLock take(Path file, String doing) {
    try {
      Path absolute = file.toAbsolutePath().normalize();
      Optional<HeldFile> held = HeldFile.holdOrCreate(absolute);
      if (held.isEmpty()) {
        throw new ConfigurationInvalid(
            "this chain " + HeldFile.read(absolute),
            file.toString(),
            "wait for that process or end it; a chain that is served can be read there (--node)");
      }
      held.get().write(doing);
      return new ChainLock(file, held.get());
    } catch (IOException e) {
      throw cannot(file, e);
    }
  }

  @Override
  public void close() {
    try {
      held.close();
    } catch (IOException e) {
      throw cannot(file, e);
    }
  }

  private static StoreUnavailable cannot(Path file, IOException e) {
    return new StoreUnavailable(
        "the chain cannot be locked: " + e.getMessage(),
        file.toString(),
        "choose a folder on a local disk that can be written",
        e);
  }
}
