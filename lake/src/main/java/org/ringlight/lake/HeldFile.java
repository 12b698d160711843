package org.ringlight.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringlight.lake.iceberg.LocalFiles;

/**
 * A small file held by a lock of the operating system, which ends with the process however that
 * dies. What is written in it says who holds it.
 *
 * <p>Such a lock belongs to the process, and closing <em>any</em> channel on the file gives it up
 * (POSIX, {@code fcntl}). So what this process holds is kept in a list, and never opened again.
 */
public final class HeldFile implements AutoCloseable {

  private static final int MOST_BYTES = 1 << 16;
  private static final Map<Path, HeldFile> HELD = new HashMap<>();

  private final Path path;
  private final FileChannel channel;
  private String text;

  private HeldFile(Path path, FileChannel channel, String text) {
    this.path = path;
    this.channel = channel;
    this.text = text;
  }

  /** Holds {@code path}, an absolute one, and creates it where it is not there. */
  public static Optional<HeldFile> holdOrCreate(Path path) throws IOException {
    return hold(
        path, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /**
   * Holds {@code path}; empty where somebody else does.
   *
   * @throws NoSuchFileException where it is not there
   */
  static Optional<HeldFile> hold(Path path) throws IOException {
    return hold(path, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  private static Optional<HeldFile> hold(Path path, Set<OpenOption> options) throws IOException {
    synchronized (HELD) {
      if (HELD.containsKey(path)) {
        return Optional.empty();
      }
      FileChannel channel = FileChannel.open(path, options);
      try {
        if (channel.tryLock() == null) {
          channel.close();
          return Optional.empty();
        }
        HeldFile held = new HeldFile(path, channel, read(channel));
        HELD.put(path, held);
        return Optional.of(held);
      } catch (IOException | OverlappingFileLockException e) {
        channel.close();
        throw e;
      }
    }
  }

  /** What the holder of {@code path} wrote; empty text where it is not there. */
  public static String read(Path path) throws IOException {
    synchronized (HELD) {
      HeldFile ours = HELD.get(path);
      if (ours != null) {
        return ours.text;
      }
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
        return read(channel);
      } catch (NoSuchFileException e) {
        return "";
      }
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), MOST_BYTES));
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }

  Path path() {
    return path;
  }

  /** What is in the file. */
  String text() {
    synchronized (HELD) {
      return text;
    }
  }

  /** Whether the file still has its name; somebody may have deleted it before it was held. */
  boolean named() {
    return Files.exists(path);
  }

  /** Replaces what is in the file; not durably. */
  public void write(String replacement) throws IOException {
    synchronized (HELD) {
      if (!text.isEmpty()) {
        channel.truncate(0);
      }
      text = "";
      channel.write(StandardCharsets.UTF_8.encode(replacement), 0);
      text = replacement;
    }
  }

  /** Makes what was written durable. */
  void force(LocalFiles files) throws IOException {
    files.keepBytes(path, channel);
  }

  /** Deletes the file and gives it up. */
  public void delete() throws IOException {
    synchronized (HELD) {
      try {
        Files.deleteIfExists(path);
      } finally {
        close();
      }
    }
  }

  /** Gives the file up; it stays. */
  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      if (HELD.remove(path, this)) {
        channel.close();
      }
    }
  }
}
