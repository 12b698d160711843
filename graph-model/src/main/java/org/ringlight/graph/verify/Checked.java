package org.ringlight.graph.verify;

import java.util.function.LongConsumer;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.Projection;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.Snapshot;

/** A chain that can be checked. */
public interface Checked {

  /** Which. */
  Projection projection();

  /** How many blocks are compared at a time, held in memory from both sides. */
  long comparedAtOnce();

  /** For a graph that holds whole blocks. */
  Comparison whole(Snapshot tables, GraphState state);

  /** The check of a graph that holds neighbourhoods. */
  GraphReport neighbourhoods(
      GraphConnection graph, Snapshot tables, GraphState state, LongConsumer checked);
}
