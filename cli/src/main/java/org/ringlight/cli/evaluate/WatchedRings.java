package org.ringlight.cli.evaluate;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.ringlight.analytics.ring.Ring;
import org.ringlight.analytics.ring.Rings;
import org.ringlight.cli.progress.Stand;

/** Rings of which another thread sees how far through them somebody is; each pass begins anew. */
public final class WatchedRings implements Rings {

  private final Rings rings;
  private final long count;
  private final AtomicLong seen = new AtomicLong();
  private volatile String stage = "match";

  public WatchedRings(Rings rings) {
    this.rings = rings;
    this.count = rings.count();
  }

  /** What is done from now on. */
  public void stage(String next) {
    stage = next;
    seen.set(0);
  }

  /** How far it is. */
  public Stand stand() {
    long now = seen.get();
    return new Stand(stage, "rings", now, now == 0 ? 0 : count, List.of());
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public long outputCount() {
    return rings.outputCount();
  }

  @Override
  public void forEach(Consumer<? super Ring> visitor) {
    seen.set(0);
    rings.forEach(
        ring -> {
          visitor.accept(ring);
          seen.lazySet(seen.getPlain() + 1);
        });
  }
}
