package org.ringlight.cli.bitcoin;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.ringlight.analytics.bitcoin.run.RunListener;
import org.ringlight.cli.progress.Stand;

/** How far a run over the chain is, for another thread to see. */
final class RunProgress implements RunListener {

  private record Stage(String name, String unit, long total) {}

  private final AtomicLong done = new AtomicLong();
  private volatile Stage stage = new Stage("open", "transactions", 0);

  @Override
  public void stage(String name, String unit, long total) {
    stage = new Stage(name, unit, total);
    done.set(0);
  }

  @Override
  public void step() {
    done.lazySet(done.get() + 1); // one thread writes
  }

  Stand stand() {
    Stage now = stage;
    return new Stand(now.name(), now.unit(), done.get(), now.total(), List.of());
  }
}
