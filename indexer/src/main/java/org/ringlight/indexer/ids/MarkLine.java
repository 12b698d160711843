package org.ringlight.indexer.ids;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.ringlight.failure.StoreUnavailable;

/** Words on one line of a file of their own, replaced as a whole; durable. */
final class MarkLine {

  private final Path file;

  MarkLine(Path file) {
    this.file = file;
  }

  /** The words last written; empty where there are none. */
  List<String> read() {
    try {
      return Files.exists(file)
          ? List.of(Files.readString(file).strip().split(" ", -1))
          : List.of();
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  void write(List<?> words) {
    String line = String.join(" ", words.stream().map(Object::toString).toList());
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

  /** Removes it; that, too, survives a power cut. */
  void delete() {
    try {
      if (Files.deleteIfExists(file)) {
        try (FileChannel folder =
            FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
          folder.force(true);
        }
      }
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private StoreUnavailable unavailable(IOException e) {
    return new StoreUnavailable(
        "the mark of a map of ids cannot be used: " + e.getMessage(),
        file.toString(),
        "check space and permissions; the folder may be deleted, it is rebuilt from the tables",
        e);
  }
}
