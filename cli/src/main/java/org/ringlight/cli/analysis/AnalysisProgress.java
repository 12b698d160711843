package org.ringlight.cli.analysis;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.ringlight.analytics.analysis.AnalysisListener;
import org.ringlight.cli.progress.Stand;

/** How far an analysis is, for another thread to see. */
final class AnalysisProgress implements AnalysisListener {

  private final AtomicLong written = new AtomicLong();
  private volatile String stage = "open";

  @Override
  public void stage(String name) {
    stage = name;
  }

  @Override
  public void written(long findings) {
    written.set(findings);
  }

  Stand stand() {
    return new Stand(stage, "findings", written.get(), 0, List.of());
  }
}
