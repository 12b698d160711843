package org.ringlight.truth.evaluate;

import java.nio.file.Path;
import org.ringlight.analytics.ring.Rings;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/**
 * The rings whose true spend is known and that stand in the tables, numbered from 0 in chain order:
 * what claims are held against. In memory as arrays of numbers: 100 to 150 bytes for each ring and
 * 4 to 6 for each of its members.
 */
public final class KnownRings {

  private final KeyImageMap images;
  private final int[] ringOfLine;
  private final OutputMap lineOfOutput;
  private final RingColumns rings;
  private final long withoutTruth;

  KnownRings(
      KeyImageMap images,
      int[] ringOfLine,
      OutputMap lineOfOutput,
      RingColumns rings,
      long withoutTruth) {
    this.images = images;
    this.ringOfLine = ringOfLine;
    this.lineOfOutput = lineOfOutput;
    this.rings = rings;
    this.withoutTruth = withoutTruth;
  }

  /**
   * Reads a truth file and finds its rings in the tables.
   *
   * @throws org.ringlight.failure.DataInvalid where a line is not readable, names a key image or an
   *     output a second time, or an output that is not at that place of that ring; says the line;
   *     and where none of them is in the tables
   */
  public static KnownRings load(Path truth, Rings rings) {
    return TruthJoin.read(truth).with(rings);
  }

  /** How many there are. */
  public int count() {
    return rings.count();
  }

  /** How many lines of the truth are of rings that the tables do not hold. */
  public int notInTables() {
    return images.count() - rings.count();
  }

  /** How many rings of the tables the truth says nothing of. */
  public long withoutTruth() {
    return withoutTruth;
  }

  /** The number of the ring with this key image, or -1 where it is not among these. */
  int find(KeyImage keyImage) {
    int line = images.find(keyImage);
    return line < 0 ? -1 : ringOfLine[line];
  }

  /** The ring that spends the output, or -1 where none of these does. */
  int spender(OutputName output) {
    int line = lineOfOutput.get(output.indexSpace(), output.amountIndex());
    return line < 0 ? -1 : ringOfLine[line];
  }

  RingColumns columns() {
    return rings;
  }
}
