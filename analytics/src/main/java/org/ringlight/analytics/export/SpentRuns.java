package org.ringlight.analytics.export;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import org.ringlight.protocol.OutputName;

/** Makes lines of outputs as they come, a run at a time. Not thread-safe. */
final class SpentRuns implements SpentOutputsSink {

  private final Path file;
  private final Writer text;
  private long count;
  private long indexSpace;
  private long first;
  private long length;

  /**
   * @param file for messages
   */
  SpentRuns(Path file, Writer text) {
    this.file = file;
    this.text = text;
  }

  /** How many outputs came. */
  long count() {
    return count;
  }

  @Override
  public void spent(long space, long index) {
    try {
      if (length > 0 && space == indexSpace && index == first + length) {
        length++;
      } else {
        begin(space, index);
      }
      count++;
    } catch (IOException e) {
      throw SpentOutputsFile.cannotWrite(file, e);
    }
  }

  private void begin(long space, long index) throws IOException {
    int order = count == 0 ? 1 : Long.compareUnsigned(space, indexSpace);
    if (index < 0 || order < 0 || (order == 0 && index < first + length)) {
      throw new IllegalArgumentException(
          "output " + new OutputName(space, index) + " out of order");
    }
    end();
    if (order > 0) {
      text.write('@');
      text.write(Long.toUnsignedString(space));
      text.write('\n');
    }
    indexSpace = space;
    first = index;
    length = 1;
  }

  /** Writes what is left: no output comes any more. */
  void end() throws IOException {
    if (length > 0) {
      text.write(Long.toString(first));
      if (length > 1) {
        text.write('*');
        text.write(Long.toString(length));
      }
      text.write('\n');
    }
    length = 0;
  }
}
