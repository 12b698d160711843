package org.ringlight.analytics.bitcoin.exposure;

import java.util.EnumMap;
import java.util.Map;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.taint.CoinFlow;

/**
 * Definition: the value that goes from a subject to labelled entities, or comes from them: direct
 * where nobody stands between, indirect through entities without a label, and unattributed. It
 * stops at any labelled entity: what a service pays out is the service's. A hop is a change of
 * entity; a payment back to one of the transaction's own payers is none.
 *
 * <p>Citation: none; the definition stands here in full. How value goes through a transaction:
 * {@link org.ringlight.analytics.bitcoin.taint.TaintMethod}.
 *
 * <p>Inputs: transactions in chain order, who owns an address, what labels say. Output: {@link
 * Exposure}. Guarantee: conditional on the clusters, the labels and the method; sums are exact.
 * Where it applies: transparent chains. Known failures: a service without a label is walked
 * through; change that clustering missed looks like a hop; coins received and sent again by the
 * subject count each time. Cost: linear in transactions. OUT holds what came from the subject; IN
 * holds what came from any labelled entity, which on a whole chain is much of what is unspent.
 *
 * <p>Not for several threads.
 */
public final class ExposureTrace {

  private final ExposureQuestion question;
  private final Followed followed;
  private final CoinFlow flow;

  public ExposureTrace(ExposureQuestion question, Entities entities, Labels labels) {
    this.question = question;
    followed =
        switch (question.direction()) {
          case OUT -> new Outgoing(question, entities, labels);
          case IN -> new Incoming(question, entities, labels);
        };
    flow = new CoinFlow(question.policy(), followed);
  }

  /**
   * Moves on by one transaction.
   *
   * @throws org.ringlight.failure.DataInvalid as {@link CoinFlow#accept} does
   */
  public void accept(CoinTransaction transaction) {
    flow.accept(transaction);
  }

  /** What came out; ends the chain. */
  public Exposure report() {
    flow.end();
    Map<Unattributed, Long> rest = new EnumMap<>(Unattributed.class);
    long total = followed.rest(flow, rest);
    return new Exposure(question.direction(), total, followed.categories(), rest);
  }

  /** Transactions that spent such coins beside outputs that are not in the tables. */
  public long unresolved() {
    return flow.unresolved();
  }
}
