package org.ringlight.graph.load;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.neo4j.driver.TransactionContext;
import org.ringlight.lake.ChainIdentity;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.Namespace;

/**
 * How the tables of one chain become nodes and relationships, block by block. A graph holds several
 * chains side by side, each with a tip of its own.
 */
public interface Projection {

  /** The tables. */
  Namespace namespace();

  /** The chain in one word, as pages say it. */
  String chainName();

  /** The name of its node {@code :Graph}. */
  String graphName();

  /** The label of its blocks, which have a height and a hash. */
  String blockLabel();

  /** The kinds of runs whose conclusions rest on its blocks. */
  List<String> runKinds();

  /** The first height that the tables hold. */
  OptionalLong lowestHeight(Snapshot tables);

  /** The blocks of a range of heights that the tables hold, ascending. */
  List<BlockName> blocks(Snapshot tables, long from, long to);

  /**
   * What is to be sent.
   *
   * @param graphFrom the graph's first block
   */
  Batches batches(Snapshot tables, long graphFrom, long from, long to);

  /**
   * Removes the blocks at {@code heights}, the graph's last ones, with all that they brought.
   *
   * @param fromHeight the graph's first block
   * @return how many relationships of findings, labels and cases went with them
   */
  long remove(TransactionContext transaction, List<Long> heights, long fromHeight);

  /** How many blocks are removed in one transaction. */
  int removedAtOnce();

  /** A block by its height and its id. */
  record BlockName(long height, String hash) {}

  /** The id of a block; empty where the tables do not hold it. */
  default Optional<String> hash(Snapshot tables, long height) {
    return blocks(tables, height, height).stream().map(BlockName::hash).findFirst();
  }

  /** Nothing yet of the chain {@code identity}, to be filled from {@code fromHeight}. */
  default GraphState empty(ChainIdentity identity, GraphState.Kind kind, long fromHeight) {
    return new GraphState(
        graphName(),
        identity.network(),
        identity.genesis().toString(),
        kind,
        fromHeight,
        fromHeight - 1,
        null);
  }

  /**
   * All of the chain {@code identity} from one height to another, as far as the tables hold it.
   *
   * @throws org.ringlight.failure.ConfigurationInvalid where they hold none of it
   */
  default GraphState whole(Snapshot tables, ChainIdentity identity, long from, long to) {
    long lowest = lowestHeight(tables).orElse(0);
    long last = Math.min(to, tables.tip().height());
    if (Math.max(lowest, from) > last) {
      throw GraphState.outside(tables, lowest);
    }
    return empty(identity, GraphState.Kind.CHAIN, Math.max(lowest, from))
        .at(last, hash(tables, last).orElseThrow());
  }
}
