package org.ringlight.analytics.bitcoin.run;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.ringlight.analytics.bitcoin.cluster.Clusters;
import org.ringlight.analytics.bitcoin.cluster.CommonInputOwnership;
import org.ringlight.analytics.bitcoin.cluster.Guard;
import org.ringlight.analytics.bitcoin.cluster.GuardedMerges;
import org.ringlight.analytics.bitcoin.cluster.RefusedMerge.Reason;
import org.ringlight.analytics.bitcoin.read.LakeCoins;
import org.ringlight.analytics.bitcoin.read.StoredTransaction;
import org.ringlight.analytics.bitcoin.read.Tags;
import org.ringlight.analytics.bitcoin.read.TextsOnDisk;
import org.ringlight.analytics.bitcoin.run.ClusterStates.State;
import org.ringlight.analytics.finding.Guarantee.Level;
import org.ringlight.lake.Lake;
import org.ringlight.lake.Rows;
import org.ringlight.lake.table.BitcoinAddressRow;
import org.ringlight.lake.table.BitcoinClusterRow;
import org.ringlight.lake.table.BitcoinRefusedMergeRow;
import org.ringlight.lake.table.RunRow;

/**
 * Clusters by {@link CommonInputOwnership}, over the whole chain or over the blocks that are new
 * since an earlier run with the same guards and labels; the same rows either way. Memory: 4 bytes
 * an address, and two bits while it writes.
 */
public final class ClusterRun {

  /** As rows of runs write it. */
  public static final String HEURISTIC = "common-input-ownership";

  private final Lake lake;
  private final LakeCoins chain;
  private final Tags tags;
  private final Set<Guard> guards;
  private final RunListener listener;
  private final ClusterStates states;

  /**
   * @param tags owners that must stay apart
   * @param guards what else keeps inputs apart
   */
  public ClusterRun(
      Lake lake, LakeCoins chain, Tags tags, Set<Guard> guards, RunListener listener) {
    this.lake = lake;
    this.chain = chain;
    this.tags = tags;
    this.guards = guards;
    this.listener = listener;
    this.states = new ClusterStates(lake);
  }

  /**
   * What a run found.
   *
   * @param clusters of at least two addresses
   * @param clustered addresses in them
   * @param refused merges that were refused in the blocks that were read, by reason
   * @param keptUpTo the height up to which an earlier run's state was gone on from, or -1
   */
  public record Result(
      String runId,
      long clusters,
      long clustered,
      Map<Reason, Long> refused,
      long keptUpTo,
      long read) {}

  /** Works the clusters out and writes nothing. Close them. */
  public Clustering compute() {
    return compute(states.newest(chain, inputs(), Long.MAX_VALUE));
  }

  /** As {@link #compute()}, but from the first block, so that every refused merge is seen. */
  public Clustering computeAnew() {
    return compute(new State(-1, Clusters.ofSingles(0)));
  }

  /**
   * Works the clusters out and writes them. Close them.
   *
   * @param told is told what was found
   * @throws org.ringlight.failure.StoreUnavailable where another run writes
   */
  public Clustering write(Consumer<Result> told) {
    try (RunCommit commit = new RunCommit(lake, chain)) {
      Clustering found = compute(states.newest(chain, inputs(), floor(commit)));
      try {
        told.accept(write(commit, found));
        states.keep(chain, inputs(), found.clusters());
        return found;
      } catch (RuntimeException e) {
        found.close();
        throw e;
      }
    }
  }

  /** Up to which height the refused merges of a run like this one are still in the tables. */
  private long floor(RunCommit commit) {
    long floor = -1;
    for (RunRow run :
        commit.runs().stream().sorted(Comparator.comparingLong(RunRow::number)).toList()) {
      if (run.heuristics().equals(HEURISTIC)) {
        floor = run.inputs().equals(inputs()) ? run.height() : -1;
      } else {
        floor = Math.min(floor, run.takenBackAbove());
      }
    }
    return Math.min(floor, commit.keptUpTo());
  }

  /** What else goes in, in words. */
  private String inputs() {
    String words = guards.stream().map(Guard::word).sorted().collect(Collectors.joining(" "));
    return "guards " + words + (tags.digest().isEmpty() ? "" : "; " + tags.digest());
  }

  private Clustering compute(State from) {
    listener.stage("read", "transactions", from.height() < 0 ? chain.count() : 0);
    RefusedMerges refused = new RefusedMerges();
    try {
      StoredTransaction[] now = new StoredTransaction[1];
      GuardedMerges merges =
          new GuardedMerges(
              from.clusters(),
              tags.known(),
              merge -> refused.add(now[0].height(), now[0].hash(), merge));
      CommonInputOwnership owners = new CommonInputOwnership(merges, guards);
      long[] read = new long[1];
      chain.forEach(
          from.height() + 1,
          Long.MAX_VALUE,
          transaction -> {
            now[0] = transaction;
            owners.read(transaction);
            read[0]++;
            listener.step();
          });
      Clusters clusters = owners.clusters();
      clusters.growTo(chain.tables().lastKey(BitcoinAddressRow.TABLE).orElse(-1) + 1);
      clusters.settle();
      return new Clustering(clusters, refused, from.height(), read[0]);
    } catch (RuntimeException e) {
      refused.close();
      throw e;
    }
  }

  private Result write(RunCommit commit, Clustering found) {
    BitSet joined = found.joined();
    BitSet named = (BitSet) joined.clone();
    found.refused().forEach(refused -> refused.clusters().forEach(named::set));
    listener.stage("write", "addresses", chain.tables().count(BitcoinAddressRow.TABLE));
    commit.begin(
        Map.of(BitcoinClusterRow.TABLE, -1L, BitcoinRefusedMergeRow.TABLE, found.keptUpTo()));
    long clustered;
    try (TextsOnDisk texts = new TextsOnDisk(named)) {
      clustered = writeClusters(commit, found.clusters(), joined, texts);
      found
          .refused()
          .forEach(
              refused ->
                  commit.append(
                      BitcoinRefusedMergeRow.TABLE,
                      new BitcoinRefusedMergeRow(
                          refused.height(),
                          refused.transaction(),
                          refused.reason().word(),
                          refused.clusters().stream().map(texts::get).toList(),
                          Level.STATISTICAL.word(),
                          commit.runId())));
    }
    commit.end(List.of(HEURISTIC), inputs());
    return new Result(
        commit.runId(),
        joined.cardinality(),
        clustered,
        Map.copyOf(found.refused().counts()),
        found.keptUpTo(),
        found.read());
  }

  /** A cluster's name is its smallest address, whose text has passed when others of it come. */
  private long writeClusters(
      RunCommit commit, Clusters clusters, BitSet joined, TextsOnDisk texts) {
    long clustered = 0;
    try (Rows<BitcoinAddressRow> rows = chain.tables().scan(BitcoinAddressRow.TABLE)) {
      while (rows.hasNext()) {
        BitcoinAddressRow row = rows.next();
        int address = Math.toIntExact(row.addressId());
        if (texts.isWanted(address)) {
          texts.put(row.address());
        }
        int cluster = clusters.find(address);
        if (joined.get(cluster)) {
          commit.append(
              BitcoinClusterRow.TABLE,
              new BitcoinClusterRow(
                  row.addressId(),
                  row.address(),
                  texts.get(cluster),
                  commit.runId(),
                  commit.tip().height()));
          clustered++;
        }
        listener.step();
      }
    }
    return clustered;
  }
}
