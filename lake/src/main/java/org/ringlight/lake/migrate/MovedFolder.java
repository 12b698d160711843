package org.ringlight.lake.migrate;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringlight.lake.Lake;

/** A data directory that was moved, or copied from one that is still there. */
record MovedFolder(Path folder, Path origin) implements Migration {

  static Optional<Migration> find(Path folder) {
    return Lake.movedFrom(folder).map(origin -> new MovedFolder(folder, origin));
  }

  @Override
  public String description() {
    return "The tables were made in "
        + origin
        + " and moved or copied here. Every path in them is rewritten; rows, commits and the other"
        + " folder stay as they are.";
  }

  @Override
  public void run(Consumer<String> talk) {
    Lake.relocate(folder, table -> talk.accept("rewritten: " + table));
  }
}
