package org.ringlight.lake;

import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A reader's hold on a tip, until it is closed: expiry leaves what the tip names alone. A lease is
 * taken before its reader looks which tip it wants, and holds everything until {@link #narrow}.
 */
final class Lease implements AutoCloseable {

  private final @Nullable HeldFile file;
  private final Consumer<Lease> ended;

  /**
   * @param file null where the folder cannot be written: nobody can expire anything there
   * @param ended is told when this is closed
   */
  Lease(@Nullable HeldFile file, Consumer<Lease> ended) {
    this.file = file;
    this.ended = ended;
  }

  /** What a lease on {@code tip} says. */
  static String text(Tip tip) {
    return TipSummary.write(tip) + "\n" + Holder.process() + "\n";
  }

  /** Holds {@code tip} and nothing else from here on. */
  void narrow(Tip tip) {
    HeldFile held = file;
    if (held == null) {
      return;
    }
    try {
      held.write(text(tip));
    } catch (IOException e) {
      // a full disk: the lease goes on holding everything, and reading can go on
      return;
    }
  }

  @Override
  public void close() {
    ended.accept(this);
    HeldFile held = file;
    if (held == null) {
      return;
    }
    try {
      held.delete();
    } catch (IOException e) {
      // the lock is gone all the same, and a file that nobody holds is deleted by the next expiry
      return;
    }
  }
}
