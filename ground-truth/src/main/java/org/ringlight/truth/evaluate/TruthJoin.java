package org.ringlight.truth.evaluate;

import java.nio.file.Path;
import java.util.Arrays;
import org.ringlight.analytics.ring.Ring;
import org.ringlight.analytics.ring.Rings;
import org.ringlight.failure.DataInvalid;
import org.ringlight.truth.CsvReader;
import org.ringlight.truth.TrueSpend;
import org.ringlight.truth.TruthFiles;

/** A truth file as columns, and its rings found in the tables. Lines are counted from 0 here. */
final class TruthJoin {

  private static final int FIRST = 1 << 10;

  private final Path file;
  private final KeyImageMap images = new KeyImageMap();
  private long[] spaces = new long[FIRST];
  private long[] indexes = new long[FIRST];
  private int[] positions = new int[FIRST];

  private TruthJoin(Path file) {
    this.file = file;
  }

  static TruthJoin read(Path file) {
    TruthJoin truth = new TruthJoin(file);
    try (CsvReader<TrueSpend> spends = TruthFiles.spends(file)) {
      for (TrueSpend spend = spends.next(); spend != null; spend = spends.next()) {
        truth.add(spend);
      }
    }
    return truth;
  }

  private void add(TrueSpend spend) {
    int line = images.count();
    if (!images.add(spend.keyImage())) {
      throw invalid("the key image comes twice", line);
    }
    if (line == spaces.length) {
      int more = line + (line >> 1);
      spaces = Arrays.copyOf(spaces, more);
      indexes = Arrays.copyOf(indexes, more);
      positions = Arrays.copyOf(positions, more);
    }
    spaces[line] = spend.indexSpace();
    indexes[line] = spend.amountIndex();
    positions[line] = spend.position();
  }

  KnownRings with(Rings rings) {
    OutputMap lineOfOutput = outputs();
    RingColumns columns = new RingColumns();
    int[] ringOfLine = new int[images.count()];
    Arrays.fill(ringOfLine, -1);
    long[] withoutTruth = new long[1];
    rings.forEach(
        ring -> {
          int line = images.find(ring.keyImage());
          if (line < 0) {
            withoutTruth[0]++;
          } else {
            check(ring, line);
            ringOfLine[line] = columns.count();
            columns.add(ring, positions[line]);
          }
        });
    if (images.count() > 0 && columns.count() == 0) {
      throw new DataInvalid(
          "none of the " + images.count() + " rings it names is in the tables",
          file.toString(),
          "is this the truth of the chain in the tables (--truth, --data)?");
    }
    return new KnownRings(images, ringOfLine, lineOfOutput, columns, withoutTruth[0]);
  }

  private OutputMap outputs() {
    OutputMap outputs = new OutputMap(spaces, indexes, images.count());
    for (int line = 0; line < images.count(); line++) {
      int before = outputs.put(line);
      if (before != OutputMap.NONE) {
        throw invalid("the output is spent already in line " + number(before), line);
      }
    }
    return outputs;
  }

  private void check(Ring ring, int line) {
    int position = positions[line];
    if (ring.indexSpace() != spaces[line]
        || position < 0
        || position >= ring.size()
        || ring.amountIndex(position) != indexes[line]) {
      throw invalid(
          "output "
              + Long.toUnsignedString(spaces[line])
              + ":"
              + Long.toUnsignedString(indexes[line])
              + " is not at position "
              + position
              + " of ring "
              + ring.keyImage()
              + ", which has "
              + ring.size()
              + " members",
          line);
    }
  }

  /** The file's own number of a line: from 1, and the first is the header. */
  private static int number(int line) {
    return line + 2;
  }

  private DataInvalid invalid(String what, int line) {
    return new DataInvalid(
        what, file + " line " + number(line), "is this the truth of the chain in the tables?");
  }
}
