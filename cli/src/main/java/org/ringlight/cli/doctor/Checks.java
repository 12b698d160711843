package org.ringlight.cli.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ringlight.failure.Failure;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Tip;
import org.ringlight.lake.table.Namespace;

/** Looks at the machine and the data directory. */
public final class Checks {

  private static final long GIGABYTE = 1L << 30;
  private static final long HEAP_WANTED = GIGABYTE;
  private static final long OPEN_FILES_WANTED = 1024;

  private Checks() {}

  /** Everything that needs no node. */
  public static List<Diagnosis> machine(Path data) {
    List<Diagnosis> found = new ArrayList<>();
    found.add(java());
    found.add(heap());
    found.add(openFiles());
    found.add(driver("tables", "jdbc:sqlite::memory:", "SQLite"));
    found.add(driver("sql", "jdbc:duckdb:", "DuckDB"));
    found.add(disk(data));
    found.add(tables(data));
    return found;
  }

  private static Diagnosis java() {
    int feature = Runtime.version().feature();
    return feature >= 17
        ? Diagnosis.good("java", Runtime.version().toString())
        : Diagnosis.bad("java", "version " + feature + "; install 17 or newer");
  }

  private static Diagnosis heap() {
    long heap = Runtime.getRuntime().maxMemory();
    return heap >= HEAP_WANTED
        ? Diagnosis.good("memory", gigabytes(heap) + " for Java")
        : Diagnosis.doubtful(
            "memory",
            gigabytes(heap) + " for Java; index wants 1 GB: RINGLIGHT_JAVA_OPTIONS=-Xmx1500m");
  }

  private static Diagnosis openFiles() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      long limit = unix.getMaxFileDescriptorCount();
      return limit >= OPEN_FILES_WANTED
          ? Diagnosis.good("open files", "up to " + limit)
          : Diagnosis.doubtful("open files", "only " + limit + "; raise it with ulimit -n 4096");
    }
    return Diagnosis.good("open files", "no limit known");
  }

  private static Diagnosis driver(String what, String url, String name) {
    try (Connection connection = DriverManager.getConnection(url)) {
      return Diagnosis.good(
          what, name + " " + connection.getMetaData().getDatabaseProductVersion());
    } catch (SQLException | UnsatisfiedLinkError e) {
      return Diagnosis.bad(
          what, name + " does not load: " + e.getMessage() + "; is the temporary folder writable?");
    }
  }

  private static Diagnosis disk(Path data) {
    Path existing = data.toAbsolutePath().normalize();
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      FileStore store = Files.getFileStore(existing);
      String finding = gigabytes(store.getUsableSpace()) + " free at " + existing;
      if (!Files.isWritable(existing)) {
        return Diagnosis.bad("disk", existing + " is not writable; choose another with --data");
      }
      return store.getUsableSpace() > GIGABYTE
          ? Diagnosis.good("disk", finding)
          : Diagnosis.doubtful("disk", finding + "; choose another place with --data");
    } catch (IOException e) {
      return Diagnosis.bad("disk", existing + " cannot be looked at: " + e.getMessage());
    }
  }

  private static Diagnosis tables(Path data) {
    if (!Lake.isThere(data)) {
      return Diagnosis.good("data", "no tables in " + data + " yet; ringlight index makes them");
    }
    try (Lake lake = Lake.openExisting(data)) {
      Optional<Tip> tip = lake.tip(Namespace.XMR);
      String network = lake.identity(Namespace.XMR).map(ChainIdentity::network).orElse("");
      return Diagnosis.good(
          "data",
          tip.map(t -> network + " up to height " + t.height()).orElse("no tables yet in " + data));
    } catch (Failure e) {
      return Diagnosis.bad("data", String.valueOf(e.getMessage()));
    }
  }

  static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / (double) GIGABYTE);
  }
}
