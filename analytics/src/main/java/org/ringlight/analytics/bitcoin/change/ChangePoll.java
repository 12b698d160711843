package org.ringlight.analytics.bitcoin.change;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.change.ChangeConsensus.Silence;
import org.ringlight.analytics.bitcoin.change.ChangeConsensus.Veto;
import org.ringlight.analytics.bitcoin.coinjoin.CoinJoinVerdict;
import org.ringlight.analytics.bitcoin.coinjoin.CoinJoins;

/**
 * Definition: every heuristic votes for one output or abstains; vetoes strike votes; the output
 * with the most confident vote is change, of two that are equal the one with more votes of that
 * confidence, of two that are equal in that too neither. Coinbases, CoinJoins, Stonewalls and
 * transactions with one output or with inputs that are not resolved are not asked about.
 *
 * <p>Citation: graphsense-lib 2.16.0 for the consensus by the most confident source and the silence
 * on CoinJoins; BlockSci's documentation, which advises against trusting any single heuristic.
 * Vetoes and the count are ours.
 *
 * <p>Guarantee: statistical. Confidence is not added up, since heuristics are not independent: many
 * look at the same values. Known failures: those of the heuristics; change in two outputs is not
 * found. Deterministic as of one tip; a later tip may change a vote that looks at spenders. Cost:
 * O(heuristics × inputs × outputs).
 */
public final class ChangePoll {

  private final List<ChangeHeuristic> heuristics;
  private final Map<ChangeSource, Integer> confidences;

  /** All heuristics with the confidences that {@link ChangeSource} names. */
  public ChangePoll() {
    this(all(), Map.of());
  }

  /**
   * @param confidences in percent, such as measured; for sources without one the default stands
   */
  public ChangePoll(List<ChangeHeuristic> heuristics, Map<ChangeSource, Integer> confidences) {
    this.heuristics = List.copyOf(heuristics);
    this.confidences = new EnumMap<>(ChangeSource.class);
    for (ChangeSource source : ChangeSource.values()) {
      this.confidences.put(source, confidences.getOrDefault(source, source.confidence()));
    }
  }

  /** One of each, in the order of {@link ChangeSource}. */
  public static List<ChangeHeuristic> all() {
    return List.of(
        new DirectChange(),
        new MultiInputChange(),
        new OneTimeChange(),
        OptimalChange.plain(),
        OptimalChange.afterFee(),
        new AddressTypeChange(),
        new PowerOfTen(),
        new FreshAddress(),
        new SameLockTime(),
        new SameVersion(),
        new SameSequence(),
        new FixedFee(),
        new PeelingChainChange(),
        new LargerInPeel());
  }

  /** Asks all of them. */
  public ChangeConsensus ask(CoinTransaction tx, ChangeFacts facts) {
    Silence silence = silence(tx);
    if (silence != Silence.NOBODY) {
      return ChangeConsensus.silent(silence);
    }
    Map<Integer, List<ChangeSource>> votes = new TreeMap<>();
    for (ChangeHeuristic heuristic : heuristics) {
      int output = heuristic.vote(tx, facts);
      if (output != ChangeHeuristic.ABSTAINS) {
        votes.computeIfAbsent(output, none -> new ArrayList<>()).add(heuristic.source());
      }
    }
    List<Veto> vetoes = veto(tx, facts, votes);
    return count(votes, vetoes);
  }

  /** Why a transaction cannot be asked about. */
  static Silence silence(CoinTransaction tx) {
    if (tx.isCoinbase()) {
      return Silence.COINBASE;
    }
    if (tx.outputs() < 2) {
      return Silence.ONE_OUTPUT;
    }
    if (!tx.isResolved()) {
      return Silence.UNRESOLVED_INPUTS;
    }
    CoinJoinVerdict verdict = CoinJoins.look(tx);
    return verdict.stonewall() || !verdict.standing().isEmpty()
        ? Silence.SEVERAL_OWNERS
        : Silence.NOBODY;
  }

  private List<Veto> veto(
      CoinTransaction tx, ChangeFacts facts, Map<Integer, List<ChangeSource>> votes) {
    List<Veto> vetoes = new ArrayList<>();
    for (int j = 0; j < tx.outputs(); j++) {
      if (tx.outputAddress(j) == CoinTransaction.UNKNOWN) {
        continue;
      }
      List<ChangeSource> cast = votes.getOrDefault(j, List.of());
      List<ChangeSource> standing = new ArrayList<>(cast);
      for (ChangeVeto reason : ChangeVeto.values()) {
        if (reason.forbids(tx, j, facts)) {
          List<ChangeSource> struck =
              cast.stream().filter(one -> confidence(one) <= reason.strength()).toList();
          vetoes.add(new Veto(reason, j, struck));
          standing.removeAll(struck);
        }
      }
      votes.put(j, standing);
    }
    return vetoes;
  }

  private ChangeConsensus count(Map<Integer, List<ChangeSource>> votes, List<Veto> vetoes) {
    int best = ChangeConsensus.NONE;
    long bestWeight = 0;
    boolean tied = false;
    for (Map.Entry<Integer, List<ChangeSource>> output : votes.entrySet()) {
      long weight = weight(output.getValue());
      if (weight > bestWeight) {
        best = output.getKey();
        bestWeight = weight;
        tied = false;
      } else if (weight == bestWeight) {
        tied = true;
      }
    }
    int winner = tied ? ChangeConsensus.NONE : best;
    List<ChangeSource> sources = votes.getOrDefault(winner, List.of());
    List<ChangeSource> dissent =
        votes.entrySet().stream()
            .filter(output -> output.getKey() != winner)
            .flatMap(output -> output.getValue().stream())
            .sorted()
            .toList();
    return new ChangeConsensus(
        winner, mostConfident(sources), sources, dissent, vetoes, Silence.NOBODY);
  }

  /** Orders by the most confident vote, then by how many have that confidence. */
  private long weight(List<ChangeSource> sources) {
    int most = mostConfident(sources);
    long equal = sources.stream().filter(one -> confidence(one) == most).count();
    return sources.isEmpty() ? 0 : 1000L * most + equal;
  }

  private int mostConfident(List<ChangeSource> sources) {
    return sources.stream().mapToInt(this::confidence).max().orElse(0);
  }

  private int confidence(ChangeSource source) {
    return confidences.getOrDefault(source, source.confidence());
  }
}
