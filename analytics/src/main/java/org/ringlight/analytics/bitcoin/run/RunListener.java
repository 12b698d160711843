package org.ringlight.analytics.bitcoin.run;

/** Hears how a run over the chain gets on. Called often: it does little. */
public interface RunListener {

  /** Wants to know nothing. */
  RunListener SILENT = new RunListener() {};

  /**
   * The next part begins.
   *
   * @param name such as {@code read} or {@code write}
   * @param unit what is counted
   * @param total how many there will be, 0 where that is not known
   */
  default void stage(String name, String unit, long total) {}

  /** One more is done. */
  default void step() {}
}
