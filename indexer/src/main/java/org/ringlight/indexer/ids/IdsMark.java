package org.ringlight.indexer.ids;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Up to which block the map of output ids is known to be on disk: one line, replaced as a whole.
 */
final class IdsMark {

  /**
   * {@code outputs} ids are in the map; {@code ringCtSize} indices of space 0 are taken from {@code
   * ringCtFirst} on, skipped ones too; {@code cleartextEnd} words of the other file are in use;
   * {@code checksum} is of both files.
   */
  record State(
      long height,
      String hash,
      long outputs,
      long ringCtFirst,
      long ringCtSize,
      long cleartextEnd,
      long checksum) {

    State {
      if (height < 0 || outputs < 0 || ringCtFirst < 0 || ringCtSize < 0 || cleartextEnd < 0) {
        throw new IllegalArgumentException("negative");
      }
    }
  }

  private final MarkLine line;

  IdsMark(Path file) {
    this.line = new MarkLine(file);
  }

  /** The last state written; empty where there is none or it does not read as one. */
  Optional<State> read() {
    List<String> words = line.read();
    try {
      return words.size() == 7
          ? Optional.of(
              new State(
                  Long.parseLong(words.get(0)),
                  words.get(1),
                  Long.parseLong(words.get(2)),
                  Long.parseLong(words.get(3)),
                  Long.parseLong(words.get(4)),
                  Long.parseLong(words.get(5)),
                  Long.parseLong(words.get(6))))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  void write(State state) {
    line.write(
        List.of(
            state.height(),
            state.hash(),
            state.outputs(),
            state.ringCtFirst(),
            state.ringCtSize(),
            state.cleartextEnd(),
            state.checksum()));
  }

  void delete() {
    line.delete();
  }
}
