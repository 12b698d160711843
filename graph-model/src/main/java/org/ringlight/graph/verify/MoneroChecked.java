package org.ringlight.graph.verify;

import java.util.function.LongConsumer;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.MoneroProjection;
import org.ringlight.graph.load.Projection;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Snapshot;

/** Monero. */
public enum MoneroChecked implements Checked {
  /** The one. */
  MONERO;

  @Override
  public Projection projection() {
    return MoneroProjection.MONERO;
  }

  @Override
  public long comparedAtOnce() {
    return 250;
  }

  @Override
  public Comparison whole(Snapshot tables, GraphState state) {
    return new MoneroComparison(tables, state);
  }

  @Override
  public GraphReport neighbourhoods(
      GraphConnection graph, Snapshot tables, GraphState state, LongConsumer checked) {
    return new NeighbourhoodVerify(graph, tables, checked).check(state);
  }
}
