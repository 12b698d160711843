package org.ringlight.indexer.ids;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.ringlight.failure.StoreUnavailable;

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

  private final Path file;

  IdsMark(Path file) {
    this.file = file;
  }

  /** The last state written; empty where there is none or it does not read as one. */
  Optional<State> read() {
    try {
      String[] words =
          Files.exists(file) ? Files.readString(file).strip().split(" ", -1) : new String[0];
      return words.length == 7
          ? Optional.of(
              new State(
                  Long.parseLong(words[0]),
                  words[1],
                  Long.parseLong(words[2]),
                  Long.parseLong(words[3]),
                  Long.parseLong(words[4]),
                  Long.parseLong(words[5]),
                  Long.parseLong(words[6])))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  void write(State state) {
    String line =
        state.height()
            + " "
            + state.hash()
            + " "
            + state.outputs()
            + " "
            + state.ringCtFirst()
            + " "
            + state.ringCtSize()
            + " "
            + state.cleartextEnd()
            + " "
            + state.checksum();
    Path fresh = file.resolveSibling("mark.new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
      channel.force(true);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private StoreUnavailable unavailable(IOException e) {
    return new StoreUnavailable(
        "the mark of the output-id map cannot be used: " + e.getMessage(),
        file.toString(),
        "check space and permissions; the folder may be deleted, it is rebuilt from the tables",
        e);
  }
}
