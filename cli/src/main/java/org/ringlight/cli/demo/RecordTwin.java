package org.ringlight.cli.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ringlight.cli.ExitCode;
import org.ringlight.failure.Failure;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.indexer.Indexer;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.Nodes;
import org.ringlight.rpc.recording.RecordedNode;
import org.ringlight.rpc.recording.Recording;
import org.ringlight.truth.Folders;
import org.ringlight.truth.twin.TwinChain;

/**
 * Makes the twin of a recorded demo: indexes the recording and writes {@code twin.zip}, the blocks
 * of simnet and the names of twins, and, where there is a theft, {@code theft.csv}. The same
 * recording and truth make the same files.
 *
 * <p>{@code RecordTwin OUT}, the folder that {@code RecordDemo} wrote.
 */
public final class RecordTwin {

  private static final List<String> ZIPPED = List.of("blk00000.dat", "twin.csv");

  private static final String THEFT = "theft.csv";

  private RecordTwin() {}

  public static void main(String[] args) {
    if (args.length != 1) {
      System.err.println("usage: RecordTwin OUT");
      System.exit(ExitCode.USAGE);
    }
    try {
      record(Path.of(args[0]));
    } catch (Failure e) {
      System.err.println(e.getMessage());
      System.exit(ExitCode.of(e));
    }
  }

  /** Writes the two files into the folder. */
  static void record(Path folder) {
    try {
      Path work = Files.createTempDirectory("ringlight-twin-");
      try {
        record(folder, work);
      } finally {
        Folders.remove(work);
      }
    } catch (IOException e) {
      throw new StoreUnavailable(
          "cannot write: " + e.getMessage(), folder.toString(), "choose another folder", e);
    }
  }

  private static void record(Path folder, Path work) throws IOException {
    index(folder.resolve("recording.zip"), work.resolve("tables"));
    Path twin = work.resolve("twin");
    try (Lake lake = Lake.openExisting(work.resolve("tables"));
        Snapshot tables = lake.current(Namespace.XMR).orElseThrow()) {
      TwinChain.write(tables, folder.resolve("truth.csv"), twin, blocks -> {});
    }
    zip(twin, folder.resolve("twin.zip"));
    if (Files.exists(twin.resolve(THEFT))) {
      Files.copy(twin.resolve(THEFT), folder.resolve(THEFT), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void index(Path recording, Path tables) {
    try (RecordedNode recorded = RecordedNode.serve(Recording.open(recording));
        NodeClient node = Nodes.connect(List.of(NodeOptions.of(recorded.uri())));
        Indexer indexer = new Indexer(node, tables)) {
      indexer.run(Indexing.everything());
    }
  }

  private static void zip(Path folder, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : ZIPPED) {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(0)); // the same bytes every day
        zip.putNextEntry(entry);
        Files.copy(folder.resolve(name), zip);
        zip.closeEntry();
      }
    }
  }
}
