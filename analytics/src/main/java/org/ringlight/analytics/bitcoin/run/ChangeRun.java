package org.ringlight.analytics.bitcoin.run;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringlight.analytics.bitcoin.change.ChangeConsensus;
import org.ringlight.analytics.bitcoin.change.ChangeConsensus.Silence;
import org.ringlight.analytics.bitcoin.change.ChangeIndex;
import org.ringlight.analytics.bitcoin.change.ChangePoll;
import org.ringlight.analytics.bitcoin.change.ChangeSource;
import org.ringlight.analytics.bitcoin.change.RevealedChange;
import org.ringlight.analytics.bitcoin.read.LakeCoins;
import org.ringlight.analytics.bitcoin.read.StoredTransaction;
import org.ringlight.analytics.finding.Guarantee.Level;
import org.ringlight.lake.Lake;
import org.ringlight.lake.table.BitcoinChangeRow;

/**
 * The change of every transaction, and how each heuristic does on change that the chain itself
 * reveals. Two passes: one that learns what was paid and spent, one that asks. Memory grows with
 * the chain: see {@link ChangeIndex}.
 */
public final class ChangeRun {

  /** As rows of runs write it. */
  public static final String HEURISTIC = "change";

  private final LakeCoins chain;
  private final TaggedClusters owners;
  private final RunListener listener;
  private final ChangePoll poll = new ChangePoll();
  private final RevealedChange revealed = new RevealedChange(ChangePoll.all());
  private final Map<Silence, Long> silences = new EnumMap<>(Silence.class);
  private long found;

  /**
   * @param clusters by common-input ownership alone, of the same tip
   */
  public ChangeRun(LakeCoins chain, TaggedClusters clusters, RunListener listener) {
    this.chain = chain;
    this.owners = clusters;
    this.listener = listener;
  }

  /** Transactions whose change was named. */
  public long found() {
    return found;
  }

  /** Transactions by why nobody was asked; of those that were, how many there are. */
  public Map<Silence, Long> silences() {
    return Map.copyOf(silences);
  }

  /** How the heuristics did. */
  public RevealedChange accuracy() {
    return revealed;
  }

  /** Asks, and writes nothing. */
  public void ask() {
    ask((transaction, consensus) -> {});
  }

  /** Asks, and writes the change that is named in place of what was; the run's name. */
  public String write(Lake lake) {
    try (RunCommit commit = new RunCommit(lake, chain)) {
      commit.begin(Map.of(BitcoinChangeRow.TABLE, -1L));
      ask(
          (transaction, consensus) -> {
            if (consensus.isFound()) {
              commit.append(BitcoinChangeRow.TABLE, row(commit, transaction, consensus));
            }
          });
      commit.end(List.of(HEURISTIC), owners.tags().digest());
      return commit.runId();
    }
  }

  private static BitcoinChangeRow row(
      RunCommit commit, StoredTransaction transaction, ChangeConsensus consensus) {
    return new BitcoinChangeRow(
        commit.tip().height(),
        transaction.hash(),
        consensus.output(),
        consensus.confidence(),
        consensus.sources().stream().map(ChangeSource::word).toList(),
        consensus.dissent().stream().map(ChangeSource::word).toList(),
        vetoes(consensus),
        Level.STATISTICAL.word(),
        commit.runId());
  }

  /** The vetoes of a consensus, as {@code REASON:INDEX}. */
  public static List<String> vetoes(ChangeConsensus consensus) {
    return consensus.vetoes().stream()
        .map(
            veto ->
                veto.reason().name().toLowerCase(Locale.ROOT).replace('_', '-')
                    + ":"
                    + veto.output())
        .toList();
  }

  @FunctionalInterface
  private interface Sight {
    void see(StoredTransaction transaction, ChangeConsensus consensus);
  }

  private void ask(Sight sight) {
    ChangeIndex facts = new ChangeIndex();
    facts.clusters(owners::entityOf);
    facts.owners(owners::ownerNumber);
    listener.stage("learn", "transactions", chain.count());
    chain.forEach(
        transaction -> {
          facts.read(transaction);
          listener.step();
        });
    listener.stage("ask", "transactions", chain.count());
    chain.forEach(
        transaction -> {
          ChangeConsensus consensus = poll.ask(transaction, facts);
          revealed.read(transaction, facts);
          silences.merge(consensus.silence(), 1L, Long::sum);
          found += consensus.isFound() ? 1 : 0;
          sight.see(transaction, consensus);
          listener.step();
        });
  }
}
