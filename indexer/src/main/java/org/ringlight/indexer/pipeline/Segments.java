package org.ringlight.indexer.pipeline;

import java.util.function.BooleanSupplier;
import org.ringlight.failure.DataInvalid;
import org.ringlight.lake.Writer;

/**
 * Stretches of one branch, one after the other, until there is nothing left to do: the source may
 * have grown meanwhile, or gone over to another branch, in which case the next stretch starts again
 * from the tables.
 */
public final class Segments {

  private static final int CONTRADICTIONS = 5;

  private final String source;
  private final Writer writer;
  private final Tally tally;
  private final Stop stop;

  /**
   * @param source its name, for messages
   */
  public Segments(String source, Writer writer, Tally tally, Stop stop) {
    this.source = source;
    this.writer = writer;
    this.tally = tally;
    this.stop = stop;
  }

  /**
   * Until nothing is left, or it is time to stop.
   *
   * @param segment does one, and says whether there was anything to do
   */
  public void all(BooleanSupplier segment, FollowListener listener) {
    boolean more = true;
    for (int contradictions = 0; more && !stop.isAsked(); ) {
      Tally before = tally.copy();
      try {
        more = segment.getAsBoolean();
      } catch (BranchChanged e) {
        contradictions = tally.blocks() > before.blocks() ? 0 : contradictions + 1;
        if (contradictions == CONTRADICTIONS) {
          throw new DataInvalid(
              e.getMessage() + ", " + CONTRADICTIONS + " times over",
              source,
              "the node contradicts itself; index from another one",
              e);
        }
      } finally {
        if (tally.blocks() > before.blocks()) {
          listener.stored(tally.since(before, writer.tip().orElseThrow()));
        }
      }
    }
  }
}
