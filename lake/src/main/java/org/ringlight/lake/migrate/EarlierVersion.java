package org.ringlight.lake.migrate;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringlight.lake.Lake;

/** Tables of a version that had no forward index. */
record EarlierVersion(Path folder) implements Migration {

  static Optional<Migration> find(Path folder) {
    return Lake.isOfEarlierVersion(folder)
        ? Optional.of(new EarlierVersion(folder))
        : Optional.empty();
  }

  @Override
  public String description() {
    return "The tables were written by an earlier version. The forward index (xmr.memberships) is"
        + " made of their rings; no other table changes.";
  }

  @Override
  public void run(Consumer<String> talk) {
    Lake.upgrade(
        folder,
        rings -> talk.accept(String.format(Locale.ROOT, "rings in the forward index: %,d", rings)));
  }
}
