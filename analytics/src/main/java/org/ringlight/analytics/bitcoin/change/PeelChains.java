package org.ringlight.analytics.bitcoin.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.change.PeelChain.Step;
import org.ringlight.analytics.bitcoin.change.PeelChain.Stop;

/**
 * Definition: a step has one input and two outputs with addresses. The chain goes on with an output
 * whose spender looks like the same wallet's: same version, use of lock times and of sequence
 * numbers, and same script types of inputs (which tell segregated witness too). Exactly one such
 * output goes on; none or two stop the chain, and so does a spender of another shape, whose coin is
 * still the change of the last step. An output that is not spent matches nothing. Backwards, the
 * transaction before a step belongs to the chain if forwards it leads to that step and no other.
 *
 * <p>Citation: Kappos, Yousaf, Stütz, Rollet, Haslhofer and Meiklejohn, "How to Peel a Million:
 * Validating and Expanding Bitcoin Clusters", USENIX Security 2022 (arXiv 2205.13882), for
 * following chains by the features of wallets in both directions; BlockSci 0.7 for the shape. Their
 * error rates are not quoted: these features are ours.
 *
 * <p>Inputs: a transaction's traits and {@link ChangeFacts}. Output: the chain with its stops.
 * Guarantee: statistical. Where it applies: wallets with one large coin; payouts; laundering. Known
 * failures: a payee with the same kind of wallet stops the chain while both outputs are spent, and
 * takes it over where the change is not spent yet; so a later tip may cut a chain short.
 *
 * <p>Deterministic as of one tip, and the same chain from each of its steps. Cost: O(steps).
 */
public final class PeelChains {

  private final ChangeFacts facts;

  public PeelChains(ChangeFacts facts) {
    this.facts = facts;
  }

  /** Where a step leads, or why it cannot be told. */
  private record Ahead(long change, Optional<Traits> next, Stop stop) {
    static Ahead stop(Stop stop) {
      return new Ahead(CoinTransaction.UNKNOWN, Optional.empty(), stop);
    }
  }

  /**
   * The chain that a transaction is a step of.
   *
   * @param most steps in each direction
   */
  public PeelChain through(Traits start, int most) {
    if (!start.looksLikePeel()) {
      return new PeelChain(List.of(), Stop.NOT_A_STEP, Stop.NOT_A_STEP);
    }
    Deque<Step> steps = new ArrayDeque<>();
    Stop after = forwards(start, most, steps);
    Stop before = backwards(start, most, steps);
    return new PeelChain(new ArrayList<>(steps), before, after);
  }

  private Stop forwards(Traits start, int most, Deque<Step> steps) {
    Traits at = start;
    for (int step = 0; ; step++) {
      Ahead ahead = ahead(at);
      steps.addLast(new Step(at.transaction(), ahead.change()));
      if (ahead.next().isEmpty()) {
        return ahead.stop();
      }
      if (!ahead.next().get().looksLikePeel()) {
        return Stop.OTHER_SHAPE;
      }
      if (step == most) {
        return Stop.LIMIT;
      }
      at = ahead.next().get();
    }
  }

  private Stop backwards(Traits start, int most, Deque<Step> steps) {
    Traits at = start;
    for (int step = 0; step < most; step++) {
      Optional<Traits> maker =
          at.firstInput() == CoinTransaction.UNKNOWN
              ? Optional.empty()
              : facts.maker(at.firstInput());
      if (maker.isEmpty()) {
        return Stop.UNKNOWN_PAST;
      }
      Traits before = maker.get();
      if (before.inputs() == 0) {
        return Stop.COINBASE;
      }
      if (!before.looksLikePeel()) {
        return Stop.OTHER_SHAPE;
      }
      if (!before.looksLikeWalletOf(at)) {
        return Stop.NO_MATCH;
      }
      Ahead ahead = ahead(before);
      if (ahead.next().isEmpty()) {
        return ahead.stop();
      }
      steps.addFirst(new Step(before.transaction(), ahead.change()));
      at = before;
    }
    return Stop.LIMIT;
  }

  /** The only output of a step whose spender looks like the same wallet's. */
  private Ahead ahead(Traits step) {
    Ahead found = Ahead.stop(Stop.NO_MATCH);
    boolean spent = false;
    for (long output = step.firstOutput(); output < step.firstOutput() + 2; output++) {
      Optional<Traits> spender = facts.spender(output);
      spent |= spender.isPresent();
      if (spender.isPresent() && spender.get().looksLikeWalletOf(step)) {
        if (found.next().isPresent()) {
          return Ahead.stop(Stop.SEVERAL_MATCH);
        }
        found = new Ahead(output, spender, Stop.OTHER_SHAPE);
      }
    }
    return spent ? found : Ahead.stop(Stop.UNSPENT);
  }
}
