package org.ringlight.lake.migrate;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.ringlight.lake.Lake;

/** Tables without the file that says of which version they are. */
record LostMark(Path folder) implements Migration {

  static Optional<Migration> find(Path folder) {
    return Lake.hasLostItsMark(folder) ? Optional.of(new LostMark(folder)) : Optional.empty();
  }

  @Override
  public String description() {
    return "The file "
        + Lake.MARK
        + " is missing or damaged. It is written anew; of which version the tables are is seen from"
        + " them.";
  }

  @Override
  public void run(Consumer<String> talk) {
    Lake.restoreMark(folder);
    talk.accept("written: " + folder.resolve(Lake.MARK));
  }
}
