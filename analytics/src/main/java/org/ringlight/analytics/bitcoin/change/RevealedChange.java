package org.ringlight.analytics.bitcoin.change;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.change.ChangeConsensus.Silence;

/**
 * Definition: a payment with two outputs whose change later transactions reveal. Its inputs are of
 * one cluster; exactly one of its outputs is of that cluster, to an address that was never paid
 * before; the other is of another cluster; both are spent. Each heuristic is held against it.
 *
 * <p>Citation: Möser and Narayanan, "Resurrecting Address Clustering in Bitcoin", FC 2022 (arXiv
 * 2107.05749): ground truth from standard transactions with two outputs whose change multi-input
 * clustering reveals.
 *
 * <p>The revealing must not be what a heuristic looked at. What reveals is co-spending: the change
 * was spent together with other coins of its owner. So clusters must be those of common-input
 * ownership alone, without any merge by change; heuristics that look at clusters or at how many
 * inputs the spender of an output has ({@link ChangeSource#isMeasurable}) are not measured; change
 * that goes back to an input's address is left out, since it reveals itself; and both outputs must
 * be spent, since revealed change always is and "not spent" would give the payment away. Version,
 * lock time, sequence and fee of a spender stay measurable: they are not what joins clusters.
 *
 * <p>Inputs: transactions and facts of one tip. Output: {@link ChangeAccuracy} by heuristic.
 * Guarantee: statistical. Known failures: wallets that never spend coins together, and young
 * transactions, are missing from the sample; a wrong cluster makes wrong truth; where the payee is
 * the payer too, unknown to the clusters, a right vote counts as wrong. Cost: one pass.
 */
public final class RevealedChange {

  private final List<ChangeHeuristic> heuristics;
  private final Map<ChangeSource, ChangeAccuracy> accuracies = new EnumMap<>(ChangeSource.class);
  private long transactions;

  /** Measures those of these heuristics that can be measured so. */
  public RevealedChange(List<ChangeHeuristic> heuristics) {
    this.heuristics =
        heuristics.stream().filter(heuristic -> heuristic.source().isMeasurable()).toList();
    for (ChangeHeuristic heuristic : this.heuristics) {
      accuracies.put(heuristic.source(), ChangeAccuracy.NOTHING);
    }
  }

  /** Holds the heuristics against a transaction, if its change is revealed. */
  public void read(CoinTransaction tx, ChangeFacts facts) {
    int change = revealed(tx, facts);
    if (change == ChangeConsensus.NONE) {
      return;
    }
    transactions++;
    for (ChangeHeuristic heuristic : heuristics) {
      int vote = heuristic.vote(tx, facts);
      accuracies.computeIfPresent(heuristic.source(), (source, sum) -> sum.voted(vote, change));
    }
  }

  /** Number of transactions whose change was revealed. */
  public long transactions() {
    return transactions;
  }

  /** How a heuristic did; empty where it cannot be measured so or was not asked. */
  public Optional<ChangeAccuracy> accuracy(ChangeSource source) {
    return Optional.ofNullable(accuracies.get(source));
  }

  /** Index of the output that is revealed as change, or {@link ChangeConsensus#NONE}. */
  public static int revealed(CoinTransaction tx, ChangeFacts facts) {
    if (tx.outputs() != 2
        || ChangePoll.silence(tx) != Silence.NOBODY
        || tx.outputAddress(0) == CoinTransaction.UNKNOWN
        || tx.outputAddress(1) == CoinTransaction.UNKNOWN
        || facts.spender(tx.outputId(0)).isEmpty()
        || facts.spender(tx.outputId(1)).isEmpty()) {
      return ChangeConsensus.NONE;
    }
    long payer = CoinTransaction.UNKNOWN;
    for (int i = 0; i < tx.inputs(); i++) {
      if (tx.inputAddress(i) == CoinTransaction.UNKNOWN) {
        return ChangeConsensus.NONE;
      }
      long cluster = facts.cluster(tx.inputAddress(i));
      if (i > 0 && cluster != payer) {
        return ChangeConsensus.NONE;
      }
      payer = cluster;
    }
    boolean first = facts.cluster(tx.outputAddress(0)) == payer;
    boolean second = facts.cluster(tx.outputAddress(1)) == payer;
    int change = first ? 0 : 1;
    return first != second && facts.firstPayment(tx.outputAddress(change)) == tx.id()
        ? change
        : ChangeConsensus.NONE;
  }
}
