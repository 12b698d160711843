package org.ringlight.graph.expand;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.neo4j.driver.TransactionContext;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.graph.load.GraphState;
import org.ringlight.graph.load.Projection;
import org.ringlight.graph.load.StaleRuns;
import org.ringlight.graph.schema.Migrations;
import org.ringlight.graph.server.GraphConnection;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Snapshot;

/**
 * How a neighbourhood of any chain comes into a graph: in one transaction; what is there already
 * stays. In a graph of the whole chain there is nothing to bring, and only the case is made.
 *
 * @param <N> a neighbourhood
 * @param statements bring it
 * @param inquiry has a case hold it: {@code $name}, made at {@code $now}
 * @param parameters of all of them
 * @param removeOrphaned removes what stands on blocks that the tables no longer have
 */
public record Neighbours<N>(
    Projection projection,
    List<String> statements,
    String inquiry,
    Function<N, Map<String, Object>> parameters,
    Consumer<TransactionContext> removeOrphaned) {

  /**
   * Brings what is found.
   *
   * @param find by the graph's last height; empty where the seed lies above it
   * @param inCase the case that is to hold it
   * @return what it is
   * @throws ConfigurationInvalid where the graph is of another chain, or the seed lies above its
   *     last height; nothing is changed
   */
  public N bring(
      GraphConnection graph,
      ChainIdentity chain,
      Snapshot tables,
      LongFunction<Optional<N>> find,
      Optional<String> inCase) {
    String where = graph.address().uri();
    Optional<GraphState> found = GraphState.read(graph, projection.graphName());
    found.ifPresent(state -> state.require(chain, where));
    boolean whole = found.filter(s -> s.kind() == GraphState.Kind.CHAIN).isPresent();
    long top = whole ? found.get().tipHeight() : tables.tip().height();
    N neighbourhood = find.apply(top).orElseThrow(() -> above(top, where));
    if (!whole) {
      Migrations.apply(graph);
    }
    Map<String, Object> values = parameters.apply(neighbourhood);
    graph.write(
        transaction -> {
          Optional<GraphState> now = GraphState.read(transaction, projection.graphName(), where);
          if (!now.map(GraphState::kind).equals(found.map(GraphState::kind))) {
            throw new ConfigurationInvalid(
                "another program began to fill this graph", where, "run it again");
          }
          if (!whole) {
            bring(transaction, chain, tables, values);
          }
          inCase.ifPresent(name -> hold(transaction, values, name));
          return true;
        });
    return neighbourhood;
  }

  private static ConfigurationInvalid above(long top, String where) {
    return new ConfigurationInvalid(
        "the seed lies above the graph's last height, " + top,
        where,
        "bring the graph to the tables' tip first: ringlight graph load");
  }

  private void bring(
      TransactionContext transaction,
      ChainIdentity chain,
      Snapshot tables,
      Map<String, Object> values) {
    removeOrphaned.accept(transaction);
    StaleRuns.retire(transaction, projection, tables);
    projection
        .empty(chain, GraphState.Kind.NEIGHBOURHOODS, 0)
        .at(tables.tip().height(), tables.tip().hash().toString())
        .put(transaction);
    statements.forEach(statement -> transaction.run(statement, values).consume());
  }

  private void hold(TransactionContext transaction, Map<String, Object> values, String name) {
    Map<String, Object> held = new HashMap<>(values);
    held.put("name", name);
    held.put("now", Instant.now().getEpochSecond());
    transaction.run(inquiry, held).consume();
  }
}
