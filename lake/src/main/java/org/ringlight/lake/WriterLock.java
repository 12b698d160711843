package org.ringlight.lake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.iceberg.LocalFiles;

/**
 * The right to write a namespace: a lock of the operating system on a file, so that it ends with
 * its holder however that dies. The file says who holds it; a holder that ends well empties it.
 */
final class WriterLock implements AutoCloseable {

  private static final String FILE = "writer.lock";
  private static final int HOLDER_BYTES = 1 << 10;

  private final FileChannel channel;
  private final boolean afterCrash;

  private WriterLock(FileChannel channel, boolean afterCrash) {
    this.channel = channel;
    this.afterCrash = afterCrash;
  }

  static WriterLock acquire(Path folder, String run) throws IOException {
    LocalFiles.createFolder(folder);
    Path file = folder.resolve(FILE);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      String holder = read(channel);
      if (!locked(channel)) {
        throw new StoreUnavailable(
            "another process writes these tables: " + (holder.isEmpty() ? "unnamed" : holder),
            file.toString(),
            "wait for it to end, or stop it");
      }
      write(channel, holder(run));
      return new WriterLock(channel, !holder.isEmpty());
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // held by this very process
    }
  }

  private static String holder(String run) {
    return "process %d on %s since %s, run %s"
        .formatted(
            ProcessHandle.current().pid(),
            host(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            run);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "this host"; // it has no name that resolves; the process number says enough
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(HOLDER_BYTES);
    channel.read(bytes, 0);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
  }

  private static void write(FileChannel channel, String holder) throws IOException {
    channel.truncate(0);
    channel.write(StandardCharsets.UTF_8.encode(holder), 0);
    channel.force(true);
  }

  /** Whether the holder before did not end well. */
  boolean afterCrash() {
    return afterCrash;
  }

  /** Says that this holder ended well. */
  void endWell() throws IOException {
    write(channel, "");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
