package org.ringlight.graph;

import org.ringlight.graph.load.offline.OfflineLoad;

/** Hears nothing. */
enum QuietPhases implements OfflineLoad.Phases {
  INSTANCE;

  @Override
  public void more(long rows) {}

  @Override
  public void importing() {}

  @Override
  public void indexing() {}
}
