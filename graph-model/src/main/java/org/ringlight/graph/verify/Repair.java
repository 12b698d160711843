package org.ringlight.graph.verify;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.neo4j.driver.TransactionContext;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Snapshot;

/**
 * Makes a graph equal to the tables where a check found that it is not: the blocks concerned are
 * written anew, one in each transaction, from the lowest up; what belongs to no block goes. Run
 * again, it goes on.
 */
public final class Repair {

  private final GraphConnection graph;

  private Repair(GraphConnection graph) {
    this.graph = graph;
  }

  /**
   * Checks Monero, repairs what differs, and checks again.
   *
   * @return what the last check found
   */
  public static GraphReport run(
      GraphConnection graph, Snapshot tables, ChainIdentity chain, LongConsumer checked) {
    return run(graph, MoneroChecked.MONERO, tables, chain, checked);
  }

  /** As {@link #run(GraphConnection, Snapshot, ChainIdentity, LongConsumer)}, for any chain. */
  public static GraphReport run(
      GraphConnection graph,
      Checked what,
      Snapshot tables,
      ChainIdentity chain,
      LongConsumer checked) {
    GraphVerify before = new GraphVerify(graph, what, tables, chain, checked);
    GraphReport found = before.check();
    if (found.isClean()) {
      return found;
    }
    GraphState state = before.state();
    if (state.kind() == GraphState.Kind.NEIGHBOURHOODS) {
      throw new ConfigurationInvalid(
          "neighbourhoods are not repaired in place; " + found.differing() + " differences",
          graph.address().uri(),
          "empty the graph (ringlight graph load --anew, or drop it) and expand again");
    }
    Repair repair = new Repair(graph);
    Comparison comparison = before.comparison();
    repair.holding(state, comparison::mendRest);
    for (long height : before.heights()) {
      repair.holding(state, t -> comparison.mend(t, height, graph.address().uri()));
    }
    Map<String, Object> range = Map.of("from", state.fromHeight(), "to", state.tipHeight());
    for (String stray : comparison.strays()) {
      repair.holding(state, t -> t.run(stray + " DETACH DELETE n", range).consume());
    }
    GraphReport left = new GraphVerify(graph, what, tables, chain, checked).check();
    return new GraphReport(
        left.fromHeight(),
        left.toHeight(),
        left.tables(),
        left.digest(),
        left.differences(),
        left.differing(),
        before.heights().size());
  }

  /** Works under the lock that loads take, and refuses where one moved the tip meanwhile. */
  private void holding(GraphState state, Consumer<TransactionContext> work) {
    graph.write(
        transaction -> {
          state.moveTip(transaction, state.tipHeight(), state.tipHash(), graph.address().uri());
          work.accept(transaction);
          return true;
        });
  }
}
