package org.ringlight.rpc.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.rpc.NodeListener;
import org.ringlight.rpc.NodeOptions;
import org.ringlight.rpc.PageForm;

/**
 * What one node said about its chain, in one zip file. Entries, heights with nine digits:
 *
 * <ul>
 *   <li>{@code FORMAT}: the line {@code ringlight recording 1}
 *   <li>{@code get_info.json}, {@code get_version.json}, {@code hard_fork_info.json}, {@code
 *       get_fee_estimate.json}, {@code get_alternate_chains.json}, {@code
 *       get_transaction_pool.json}: answers as the node sent them
 *   <li>{@code headers/HEIGHT.json}: {@code get_block_headers_range} from that height, as sent
 *   <li>{@code blocks/HEIGHT.bin}: {@code get_blocks.bin} with prune=true from that height, as sent
 *   <li>{@code transactions/HEIGHT.bin}: what that answer lacks to verify its transactions ({@link
 *       PrunableParts})
 *   <li>{@code alternative/HASH.json}: {@code get_block} of each block off the main chain, as sent;
 *       {@code alternative/HASH-transactions.json}: {@code get_transactions} of its transactions,
 *       as far as the node still has them
 * </ul>
 *
 * <p>The same answers make the same bytes: entries are sorted and dated 1980. Immutable.
 */
public final class Recording {

  static final String FORMAT = "FORMAT";
  static final String FIRST_LINE = "ringlight recording 1\n";

  private static final long MOST_BYTES = 2L << 30;
  private static final int MOST_ENTRIES = 1_000_000;

  /** Just after the first moment zip files can name, which Java writes in the local time zone. */
  private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final SortedMap<String, byte[]> entries;

  private Recording(SortedMap<String, byte[]> entries) {
    this.entries = Collections.unmodifiableSortedMap(entries);
  }

  static Recording of(Map<String, byte[]> entries) {
    return new Recording(new TreeMap<>(entries));
  }

  /**
   * Asks a node for its whole chain and writes it to {@code file}.
   *
   * @param form {@link PageForm#FULL} keeps signatures and range proofs too
   * @throws DataInvalid where the chain changes while it is recorded
   */
  public static Recording capture(NodeOptions node, Path file, PageForm form) {
    Recording recording = new Capture(node, NodeListener.SILENT).record(form);
    recording.save(file);
    return recording;
  }

  /** Reads a file written by {@link #capture}. */
  public static Recording open(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    } catch (IOException e) {
      throw new StoreUnavailable(
          "the recording does not open: " + e, file.toString(), "check the file", e);
    }
  }

  /** Reads a recording from any stream, a resource for example. */
  public static Recording read(InputStream source, String name) throws IOException {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    long left = MOST_BYTES;
    try (ZipInputStream zip = new ZipInputStream(source)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] content = zip.readNBytes((int) Math.min(left, Integer.MAX_VALUE - 8));
        left -= content.length;
        if (left <= 0 || zip.read() >= 0 || entries.size() >= MOST_ENTRIES) {
          throw invalid("a recording of more than 2 GB", name, null);
        }
        entries.put(entry.getName(), content);
      }
    } catch (ZipException e) {
      throw invalid("no whole zip file: " + e.getMessage(), name, e);
    }
    byte[] format = entries.getOrDefault(FORMAT, new byte[0]);
    if (!Arrays.equals(format, FIRST_LINE.getBytes(StandardCharsets.US_ASCII))) {
      throw invalid("no recording of a node", name, null);
    }
    return new Recording(entries);
  }

  /** Writes the file; it appears whole or not at all. */
  public void save(Path file) {
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(beside);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.setLevel(9);
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
          ZipEntry head = new ZipEntry(entry.getKey());
          head.setTimeLocal(ALWAYS);
          zip.putNextEntry(head);
          zip.write(entry.getValue());
          zip.closeEntry();
        }
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StoreUnavailable(
          "the recording cannot be written: " + e, file.toString(), "check folder and space", e);
    }
  }

  /** The entries in order of their names; the arrays are not copied. */
  SortedMap<String, byte[]> entries() {
    return entries;
  }

  /** The entries of one folder, in order; the arrays are not copied. */
  SortedMap<String, byte[]> folder(String name) {
    return entries.subMap(name + "/", name + "0"); // '0' follows '/'
  }

  Optional<byte[]> entry(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  private static DataInvalid invalid(String what, String name, @Nullable Throwable cause) {
    return new DataInvalid(what, name, "record it again", cause);
  }
}
