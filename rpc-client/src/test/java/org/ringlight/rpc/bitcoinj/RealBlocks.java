package org.ringlight.rpc.bitcoinj;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.ringlight.testing.Corpus;

/** Real blocks of several networks and what is known of them, {@code bitcoin/index.csv}. */
public final class RealBlocks {

  /** Before each block in files that hold several: of mainnet, testnet3, Namecoin, Litecoin. */
  private static final Set<Integer> MAGIC = Set.of(0xf9beb4d9, 0x0b110907, 0xf9beb4fe, 0xfbc0b6db);

  private static final int SHORTEST = 81;

  /**
   * What the list says of a block.
   *
   * @param file under the folder {@code bitcoin}
   * @param height -1 where the list does not say
   */
  public record Row(
      String file,
      String network,
      String hash,
      long height,
      int transactions,
      int inputs,
      int outputs,
      int witnessed,
      int bytes) {}

  private RealBlocks() {}

  /** The folder; the running test is skipped, and listed as not run, where there is none. */
  public static Path folder() {
    return Corpus.folder().resolve("bitcoin");
  }

  /** All rows of files that this copy of the data holds, by file and hash. */
  public static Map<String, Map<String, Row>> rows() throws IOException {
    Map<String, Map<String, Row>> rows = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(folder().resolve("index.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split(",", -1);
      Row row =
          new Row(
              values[0],
              values[1],
              values[2],
              values[3].isEmpty() ? -1 : Long.parseLong(values[3]),
              Integer.parseInt(values[7]),
              Integer.parseInt(values[8]),
              Integer.parseInt(values[9]),
              Integer.parseInt(values[10]),
              Integer.parseInt(values[11]));
      if (Files.exists(folder().resolve(row.file()))) {
        rows.computeIfAbsent(row.file(), file -> new LinkedHashMap<>()).put(row.hash(), row);
      }
    }
    return rows;
  }

  /** The blocks of a file, whatever its form. */
  public static List<byte[]> blocks(Path file) {
    byte[] bytes = bytes(file);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length < 8 || !MAGIC.contains(in.getInt(0))) {
      return List.of(bytes);
    }
    List<byte[]> blocks = new ArrayList<>();
    int at = 0;
    while (at + 8 + SHORTEST <= bytes.length && MAGIC.contains(in.getInt(at))) {
      int length = in.order(ByteOrder.LITTLE_ENDIAN).getInt(at + 4);
      in.order(ByteOrder.BIG_ENDIAN);
      if (length < SHORTEST || length > bytes.length - at - 8) {
        break;
      }
      blocks.add(Arrays.copyOfRange(bytes, at + 8, at + 8 + length));
      at += 8 + length;
    }
    return blocks;
  }

  private static byte[] bytes(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      if (!file.toString().endsWith(".bz2")) {
        return in.readAllBytes();
      }
      try (InputStream plain = new BZip2CompressorInputStream(in, true)) {
        return plain.readAllBytes();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
