package org.ringlight.cli.progress;

import java.util.List;

/**
 * How far a job is: what is counted, how much of it is done, of how much (zero where no total is
 * known), and some more figures worth seeing.
 */
public record Stand(String stage, String unit, long done, long total, List<Figure> figures) {

  /** One more figure: a rate where {@code perSecond}, else shown as it is. */
  public record Figure(String name, long value, Kind kind) {}

  /** How a figure is shown. */
  public enum Kind {
    COUNT_PER_SECOND,
    BYTES_PER_SECOND,
    AS_IT_IS
  }
}
