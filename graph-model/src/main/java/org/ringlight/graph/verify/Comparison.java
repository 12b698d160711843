package org.ringlight.graph.verify;

import java.util.List;
import org.neo4j.driver.TransactionContext;
import org.ringlight.graph.server.GraphConnection;

/** Whole blocks of one chain, told from both sides in the same words; and how to mend them. */
public interface Comparison {

  /** What the tables say of a range of heights. Asked for range after range, from the first up. */
  Facts inTables(long from, long to);

  /** What the graph says of it. */
  Facts inGraph(TransactionContext transaction, long from, long to);

  /**
   * What no range shows: asked for once, after all of them.
   *
   * @param tables how much there is in all ranges, as the tables have it
   */
  void rest(GraphConnection graph, Counts tables, Differences found);

  /** Puts right what {@link #rest} found and no block holds. */
  void mendRest(TransactionContext transaction);

  /** Writes a block anew, or removes what stands there where the tables have none. */
  void mend(TransactionContext transaction, long height, String where);

  /**
   * What belongs to no block: {@code MATCH (n …) WHERE …} with the graph's heights as {@code $from}
   * and {@code $to}.
   */
  List<String> strays();
}
