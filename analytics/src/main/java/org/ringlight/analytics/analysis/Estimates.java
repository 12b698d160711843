package org.ringlight.analytics.analysis;

import java.util.List;
import java.util.function.Consumer;
import org.ringlight.analytics.deduce.Conclusion;
import org.ringlight.analytics.finding.Finding;
import org.ringlight.analytics.heuristic.Heuristic;
import org.ringlight.analytics.plugin.PlugIns;
import org.ringlight.analytics.ring.Ring;
import org.ringlight.analytics.ring.Rings;

/**
 * Runs heuristics that look at rings and guess. What is said while a ring is shown rests on that
 * ring's block; what is said after it, on the tip.
 */
final class Estimates {

  private final Rings rings;
  private final long tip;
  private final Consumer<Conclusion> sink;
  private long height;

  Estimates(Rings rings, long tip, Consumer<Conclusion> sink) {
    this.rings = rings;
    this.tip = tip;
    this.sink = sink;
  }

  void run(PlugIns plugIns, Heuristic heuristic) {
    plugIns.run(heuristic, new Watched(), this::accept);
  }

  private void accept(Finding finding) {
    sink.accept(new Conclusion(finding, List.of(), List.of(), 0, Math.toIntExact(height)));
  }

  private final class Watched implements Rings {
    @Override
    public long count() {
      return rings.count();
    }

    @Override
    public long outputCount() {
      return rings.outputCount();
    }

    @Override
    public void forEach(Consumer<? super Ring> visitor) {
      rings.forEach(
          ring -> {
            height = ring.height();
            visitor.accept(ring);
          });
      height = tip;
    }
  }
}
