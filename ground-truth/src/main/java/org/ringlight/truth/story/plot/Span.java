package org.ringlight.truth.story.plot;

/** Whole numbers from {@code lowest} to {@code highest}, both included. */
public record Span(int lowest, int highest) {

  public Span {
    if (lowest > highest) {
      throw new IllegalArgumentException("from " + lowest + " to " + highest);
    }
  }
}
