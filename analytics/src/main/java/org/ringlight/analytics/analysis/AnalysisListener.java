package org.ringlight.analytics.analysis;

/** Hears how an analysis gets on. */
public interface AnalysisListener {

  /** Wants to know nothing. */
  AnalysisListener SILENT = new AnalysisListener() {};

  /** The next part begins: {@code load}, {@code restore}, a heuristic's name, {@code write}. */
  default void stage(String name) {}

  /** So many findings are written so far. */
  default void written(long findings) {}
}
