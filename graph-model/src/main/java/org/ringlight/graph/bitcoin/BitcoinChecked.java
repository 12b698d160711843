package org.ringlight.graph.bitcoin;

import java.util.function.LongConsumer;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.Projection;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.graph.verify.Checked;
import org.ringlight.graph.verify.Comparison;
import org.ringlight.graph.verify.GraphReport;
import org.ringlight.lake.Snapshot;

/** Bitcoin. */
public enum BitcoinChecked implements Checked {
  /** The one. */
  BITCOIN;

  @Override
  public Projection projection() {
    return BitcoinProjection.BITCOIN;
  }

  @Override
  public long comparedAtOnce() {
    return 20;
  }

  @Override
  public Comparison whole(Snapshot tables, GraphState state) {
    return new BitcoinComparison(tables, state);
  }

  @Override
  public GraphReport neighbourhoods(
      GraphConnection graph, Snapshot tables, GraphState state, LongConsumer checked) {
    return new BitcoinNeighbourhoodVerify(graph, tables, checked).check(state);
  }
}
