package org.ringlight.lake.iceberg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A disk that keeps only what it was asked to keep. Everybody sees the data directory as the system
 * shows it; beside it grows a second folder with what a power cut would leave: the bytes of files
 * that were kept, under the names of folders that were kept. {@link #cutPower} makes the first like
 * the second.
 *
 * <p>A name that was kept before its bytes is an empty file; a deletion that was not kept comes
 * undone. SQLite writes the catalog by itself and is believed: it stays as it is.
 */
public final class ForgetfulDisk implements Disk {

  private static final long serialVersionUID = 1L;
  private static final String CATALOG = "catalog.sqlite";

  private final String live;
  private final String kept;

  /** The kept bytes of files, by the identity that outlives renaming. */
  private final transient Map<Object, byte[]> bytes = new HashMap<>();

  private ForgetfulDisk(Path live, Path kept) {
    this.live = live.toString();
    this.kept = kept.toString();
  }

  /**
   * Files in {@code live} of which {@code kept}, a folder beside it, remembers what is durable. A
   * later process may go on with the same two folders after {@link #cutPower}.
   */
  public static LocalFiles files(Path live, Path kept) throws IOException {
    Files.createDirectories(kept);
    return new LocalFiles(new ForgetfulDisk(live.toAbsolutePath(), kept.toAbsolutePath()));
  }

  /** Makes everything in {@code live} durable, as it is a while after nobody writes there. */
  public static void keepAll(Path live, Path kept) throws IOException {
    Files.createDirectories(kept);
    for (Path path : tree(kept, Comparator.reverseOrder())) {
      if (!path.equals(kept)) {
        Files.delete(path);
      }
    }
    copy(live, kept);
  }

  /** Forgets everything in {@code live} that {@code kept} does not have. */
  public static void cutPower(Path live, Path kept) throws IOException {
    for (Path path : tree(live, Comparator.reverseOrder())) {
      if (!path.equals(live) && !isCatalog(path)) {
        Files.delete(path);
      }
    }
    copy(kept, live);
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path path : tree(from, Comparator.naturalOrder())) {
      Path target = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(target);
      } else if (!isCatalog(target) && !isDraft(path)) {
        Files.copy(path, target);
      }
    }
  }

  private static boolean isCatalog(Path path) {
    return String.valueOf(path.getFileName()).startsWith(CATALOG);
  }

  private static boolean isDraft(Path path) {
    return path.toString().endsWith(".kept-draft");
  }

  @Override
  public synchronized void keepBytes(Path file) throws IOException {
    bytes.put(identity(file), Files.readAllBytes(file)); // its name is kept later
  }

  @Override
  public synchronized void keepBytes(Path file, FileChannel channel) throws IOException {
    ByteBuffer content = ByteBuffer.allocate((int) channel.size());
    channel.read(content, 0);
    bytes.put(identity(file), content.array());
    Path mirror = mirror(LocalFiles.folderOf(file)).resolve(name(file));
    if (Files.exists(mirror)) {
      replace(mirror, content.array()); // its name was kept before
    }
  }

  @Override
  public synchronized void keepNames(Path folder) throws IOException {
    Path mirror = mirror(folder);
    if (!Files.isDirectory(mirror)) {
      return; // the folder's own name was never kept: all of it is lost
    }
    Set<String> names;
    try (Stream<Path> entries = Files.list(folder)) {
      names = entries.map(entry -> name(entry)).collect(Collectors.toSet());
    }
    for (String name : names) {
      keepName(folder.resolve(name), mirror.resolve(name));
    }
    try (Stream<Path> entries = Files.list(mirror)) {
      for (Path gone : entries.filter(entry -> !names.contains(name(entry))).toList()) {
        for (Path path : tree(gone, Comparator.reverseOrder())) {
          Files.delete(path);
        }
      }
    }
  }

  private void keepName(Path path, Path mirror) throws IOException {
    try {
      if (Files.isDirectory(path)) {
        Files.createDirectories(mirror);
        return;
      }
      byte[] content = bytes.get(identity(path));
      if (content != null) {
        replace(mirror, content);
      } else if (Files.notExists(mirror)) {
        replace(mirror, new byte[0]);
      }
    } catch (NoSuchFileException e) {
      Files.deleteIfExists(mirror); // deleted meanwhile, such as a lease
    }
  }

  /** Whole or not at all: this process may be killed. */
  private static void replace(Path file, byte[] content) throws IOException {
    Path draft = file.resolveSibling(UUID.randomUUID() + ".kept-draft");
    Files.write(draft, content);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private Path mirror(Path folder) {
    return Path.of(kept).resolve(Path.of(live).relativize(folder.toAbsolutePath()).toString());
  }

  private static Object identity(Path file) throws IOException {
    return Objects.requireNonNull(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static List<Path> tree(Path root, Comparator<Path> order) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.sorted(order).toList();
    }
  }
}
