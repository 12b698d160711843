package org.ringlight.lake.migrate;

import java.util.function.Consumer;

/** Something found about a data directory that has to be changed. Done twice, it is done once. */
public interface Migration {

  /** What was found, and what {@link #run} will do; a sentence each. */
  String description();

  /**
   * Does it. What is interrupted is found again, and done from where it stopped.
   *
   * @param talk is told every part that is done, a line each
   */
  void run(Consumer<String> talk);
}
