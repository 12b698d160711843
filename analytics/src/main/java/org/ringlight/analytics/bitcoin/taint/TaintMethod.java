package org.ringlight.analytics.bitcoin.taint;

import java.util.Locale;

/**
 * Definition: which outputs of a transaction take the marked coins of its inputs. A convention, not
 * a fact: satoshi have no names, and the methods differ by design.
 *
 * <p>Citation: Möser, Böhme, Breuker, "Towards Risk Scoring of Bitcoin Transactions", BITCOIN 2014
 * (poison, haircut); Anderson, Shumailov, Ahmed, "Making Bitcoin Legal", 2018 (FIFO, after
 * Clayton's case, 1816); Tironsakkul et al., "Probing the Mystery of Cryptocurrency Theft", arXiv
 * 1906.05754 (TIHO).
 *
 * <p>Inputs: transactions with every input beside the output that it spends. Output: marked satoshi
 * per unspent output, by source. Guarantee: conditional on the method and the policies beside it;
 * sums are exact. Where it applies: transparent chains, and flows whose amounts were disclosed.
 * Known failures: behind a service coins are pooled, and no method says who owns them; CoinJoins
 * and PayJoins pay crosswise; order in a transaction is often the wallet's lottery. Cost: linear in
 * transactions; memory for unspent marked outputs only.
 */
public enum TaintMethod {
  /** One marked satoshi in an input marks every output whole. Sums are not conserved. */
  POISON,

  /**
   * Every output takes its share by value. What an output takes in all is cut from running sums, so
   * that it is less than one satoshi from its share and the sum is exact; among sources it goes by
   * largest remainder, lower source first. The order of the inputs does not matter. Exact fractions
   * are no way out: their denominators are multiplied at every transaction.
   */
  HAIRCUT,

  /** First in, first out: inputs laid end to end, satoshi by satoshi, and cut by the outputs. */
  FIFO,

  /** As FIFO with the inputs from last to first; within an input the order stays. */
  LIFO,

  /**
   * Taint in, highest out: marked satoshi go to the output of the highest value until it is full,
   * then to the next; the first of equal ones first. Sources in the order of the inputs.
   */
  TIHO,

  /**
   * Marked satoshi, in the order of the inputs, go before all others and are cut by the outputs in
   * their order.
   */
  DIRTY_FIRST;

  /** As tables and pages write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether marked coins are neither made nor lost on the way. */
  public boolean conserves() {
    return this != POISON;
  }
}
