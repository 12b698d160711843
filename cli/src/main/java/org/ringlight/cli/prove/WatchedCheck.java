package org.ringlight.cli.prove;

import java.util.List;
import org.ringlight.analytics.proof.ProofListener;
import org.ringlight.cli.progress.Stand;

/** How far a check is, for another thread to see. */
public final class WatchedCheck implements ProofListener {

  private volatile String stage = "open";
  private volatile long done;

  @Override
  public void stage(String name) {
    done = 0;
    stage = name;
  }

  @Override
  public void done(long findings) {
    done = findings;
  }

  /** How far it is. */
  public Stand stand() {
    return new Stand(stage, "findings", done, 0, List.of());
  }
}
