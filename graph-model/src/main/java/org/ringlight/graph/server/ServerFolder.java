package org.ringlight.graph.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ringlight.failure.StoreUnavailable;

/**
 * The folder of a data directory that its graph server lives in: {@code DATA/graph}. What is secret
 * there only its owner can read.
 */
final class ServerFolder {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final int PASSWORD_BYTES = 18;

  private final Path path;

  private ServerFolder(Path path) {
    this.path = path;
  }

  static ServerFolder of(Path data) {
    return new ServerFolder(data.toAbsolutePath().normalize().resolve("graph"));
  }

  Path path() {
    return path;
  }

  Path configuration() {
    return path.resolve("conf");
  }

  /** Where the databases are. */
  Path databases() {
    return path.resolve("data");
  }

  /** What the process prints. */
  Path log() {
    return path.resolve("server.log");
  }

  /** Held by whoever starts, stops or fills it. */
  Path lock() {
    return path.resolve("lock");
  }

  /** Is there while an offline load is under way, and after one that was cut off. */
  Path unfinished() {
    return path.resolve("load-unfinished");
  }

  /** Where an offline load puts its files meanwhile. */
  Path loading() {
    return path.resolve("loading");
  }

  void create() {
    attempt(
        () -> {
          Files.createDirectories(configuration());
          return path;
        });
  }

  /** The password of the user neo4j; empty before the first start. */
  Optional<String> password() {
    return text("password");
  }

  /** Makes a password up and keeps it, readable by the owner alone. */
  String newPassword() {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    write("password", password);
    return password;
  }

  /** What is known of the process that was started last. */
  Optional<ServerRecord> record() {
    return text("server").flatMap(ServerRecord::parse);
  }

  void write(ServerRecord record) {
    write("server", record.text());
  }

  /** The administration program that was started last, where nobody has seen its end. */
  Optional<ServerRecord> admin() {
    return text("admin").flatMap(ServerRecord::parse);
  }

  void writeAdmin(ServerRecord record) {
    write("admin", record.text());
  }

  void removeAdmin() {
    attempt(() -> Files.deleteIfExists(path.resolve("admin")));
  }

  Optional<String> text(String file) {
    return attempt(
        () -> {
          try {
            return Optional.of(Files.readString(path.resolve(file)).strip());
          } catch (NoSuchFileException e) {
            return Optional.empty();
          }
        });
  }

  /** Writes a file whole or not at all, readable by the owner alone. */
  Path write(String file, String text) {
    return attempt(
        () -> {
          Path next = path.resolve(file + ".new");
          Files.deleteIfExists(next);
          Files.createFile(next, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
          Files.writeString(next, text + "\n", StandardCharsets.UTF_8);
          return Files.move(
              next,
              path.resolve(file),
              StandardCopyOption.ATOMIC_MOVE,
              StandardCopyOption.REPLACE_EXISTING);
        });
  }

  /** Makes {@link #loading} an empty folder. */
  void emptyLoading() {
    removeLoading();
    attempt(() -> Files.createDirectories(loading()));
  }

  void removeLoading() {
    attempt(
        () -> {
          if (Files.isDirectory(loading())) {
            try (Stream<Path> files = Files.list(loading())) {
              for (Path file : files.toList()) {
                Files.delete(file);
              }
            }
            Files.delete(loading());
          }
          return true;
        });
  }

  /** Something done with files. */
  interface Attempt<T> {
    T run() throws IOException;
  }

  <T> T attempt(Attempt<T> attempt) {
    try {
      return attempt.run();
    } catch (IOException e) {
      throw new StoreUnavailable(
          "the graph server's folder cannot be used: " + e,
          path.toString(),
          "look at its rights and at the disk",
          e);
    }
  }
}
