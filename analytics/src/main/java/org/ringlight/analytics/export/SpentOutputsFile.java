package org.ringlight.analytics.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.lake.file.NewFile;

/**
 * The list of spent outputs that monero's {@code monero-blockchain-mark-spent-outputs} writes
 * ({@code --export}) and wallets read: a line {@code @AMOUNT}, 0 for RingCT, before the outputs of
 * each amount; then, ascending, a line {@code INDEX} for an output, or {@code START*COUNT} for two
 * and more in succession. Source: {@code export_spent_outputs} in {@code
 * src/blockchain_utilities/blockchain_blackball.cpp} of monero v0.18.0.0.
 */
public final class SpentOutputsFile {

  private SpentOutputsFile() {}

  /**
   * Writes a list. It gets its name when it is whole and on disk, and replaces what had that name;
   * when {@code outputs} fails, nothing is left.
   *
   * @param outputs hands over the outputs, ascending by index space, unsigned, then by index, none
   *     twice
   * @return how many there are
   * @throws IllegalArgumentException where they do not ascend
   * @throws StoreUnavailable where it cannot be written
   */
  public static long write(Path file, Consumer<SpentOutputsSink> outputs) {
    try (NewFile fresh = new NewFile(file)) {
      long count = writeWhole(file, fresh.part(), outputs);
      fresh.appear();
      return count;
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  private static long writeWhole(Path file, Path unfinished, Consumer<SpentOutputsSink> outputs)
      throws IOException {
    try (FileChannel channel =
            FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        BufferedWriter text =
            new BufferedWriter(Channels.newWriter(channel, StandardCharsets.US_ASCII), 1 << 16)) {
      SpentRuns runs = new SpentRuns(file, text);
      outputs.accept(runs);
      runs.end();
      text.flush();
      channel.force(true);
      return runs.count();
    }
  }

  static StoreUnavailable cannotWrite(Path file, IOException e) {
    return new StoreUnavailable(
        "the list of spent outputs cannot be written: " + e,
        file.toString(),
        "check folder and space",
        e);
  }

  /**
   * Reads a list, in the memory of one line: outputs in succession stay one run, however long the
   * file says it is.
   *
   * @return how many outputs there are
   * @throws DataInvalid where a line is nothing of the kind, or outputs do not ascend; says the
   *     line
   * @throws StoreUnavailable where it cannot be read
   */
  public static long read(Path file, SpentRunSink runs) {
    return new SpentOutputsReader(runs).read(file);
  }
}
