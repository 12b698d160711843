package org.ringlight.truth.regtest;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.Interrupted;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.truth.Folders;

/**
 * A bootstrap file in a node's database. {@code monero-blockchain-import} waits 90 seconds before
 * it takes a file unverified, leaves out blocks at the end that do not fill a batch, and ends with
 * 0 whatever happened: so the batch is the whole chain, and success is what its log says.
 */
public final class ImportedChain {

  private static final String LOG = "import.log";
  private static final int LOG_END = 400;
  private static final Pattern REACHED = Pattern.compile("block (\\d{1,12}) /");
  private static final Pattern IMPORTED = Pattern.compile("Number of blocks imported: (\\d+)");

  private ImportedChain() {}

  /** Whether the folder of a node holds a database. */
  public static boolean isThere(Path node) {
    return Files.exists(MonerodProcess.database(node).resolve("data.mdb"));
  }

  /**
   * Imports a whole chain into the folder of a node that does not run. Takes 90 seconds and more.
   *
   * @param node its folder, without a database; it has none either if this fails
   * @param blocks of the file, genesis included
   * @param progress told now and then how many blocks were read
   * @throws ConfigurationInvalid if monero-blockchain-import is not installed, or another process
   *     imports into that folder
   * @throws DataInvalid if it does not take all blocks
   */
  public static void make(Path file, Path node, long blocks, LongConsumer progress) {
    Path program = Programs.blockchainImport();
    Path unfinished = node.resolveSibling(node.getFileName() + ".importing");
    Path log = unfinished.resolve(LOG);
    ChainLock lock = ChainLock.toImport(node.resolveSibling(node.getFileName() + ".lock"));
    try (lock) {
      Folders.remove(unfinished);
      Files.createDirectories(unfinished);
      run(program, file, unfinished, log, blocks, progress);
      requireAll(log, blocks);
      Files.move(unfinished, node);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "the chain cannot be imported: " + e.getMessage(),
          node.toString(),
          "remove that folder, or choose another",
          e);
    }
  }

  private static void run(
      Path program, Path file, Path folder, Path log, long blocks, LongConsumer progress)
      throws IOException {
    Process process =
        Programs.ofOwnSession(
                List.of(
                    program.toString(),
                    "--regtest",
                    "--data-dir",
                    folder.toString(),
                    "--input-file",
                    file.toAbsolutePath().toString(),
                    "--dangerous-unverified-import",
                    "1",
                    "--batch-size",
                    Long.toString(blocks)))
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Thread atExit = new Thread(process::destroy, "ends an import");
    Runtime.getRuntime().addShutdownHook(atExit);
    try {
      while (!process.waitFor(1, TimeUnit.SECONDS)) {
        progress.accept(reached(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Interrupted(
          "stopped while a chain is imported", file.toString(), "run it again", e);
    } finally {
      process.destroy();
      Runtime.getRuntime().removeShutdownHook(atExit);
    }
  }

  /** The block that the end of the log names. */
  private static long reached(Path log) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(LOG_END, file.length())];
      file.seek(file.length() - end.length);
      file.readFully(end);
      Matcher blocks = REACHED.matcher(new String(end, StandardCharsets.ISO_8859_1));
      long reached = 0;
      while (blocks.find()) {
        reached = Long.parseLong(blocks.group(1));
      }
      return reached;
    }
  }

  private static void requireAll(Path log, long blocks) throws IOException {
    Matcher imported = IMPORTED.matcher(Files.readString(log));
    long count = imported.find() ? Long.parseLong(imported.group(1)) : 0;
    // genesis is there before the import
    if (count != blocks - 1) {
      throw new DataInvalid(
          String.format(Locale.ROOT, "%,d of %,d blocks were imported", count, blocks - 1),
          log.toString(),
          "read the log; make the file again");
    }
  }
}
