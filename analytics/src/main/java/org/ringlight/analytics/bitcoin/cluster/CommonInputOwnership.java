package org.ringlight.analytics.bitcoin.cluster;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.cluster.RefusedMerge.Reason;
import org.ringlight.analytics.bitcoin.coinjoin.CoinJoinVerdict;
import org.ringlight.analytics.bitcoin.coinjoin.CoinJoins;
import org.ringlight.analytics.bitcoin.coinjoin.PayJoinShape;

/**
 * Definition: all addresses that one transaction spends from have one owner, unless something in it
 * says that several people made it together: a {@link Guard}, or inputs that are not resolved.
 *
 * <p>Citation: Nakamoto, "Bitcoin", 2008, section 10; Reid and Harrigan, 2011; Meiklejohn et al.,
 * "A Fistful of Bitcoins", IMC 2013, heuristic 1. Exclusions: Kalodner et al., "BlockSci", USENIX
 * Security 2020; Möser and Narayanan, FC 2022, for known owners.
 *
 * <p>Inputs: transactions in chain order, labels. Output: {@link Clusters}, and every {@link
 * RefusedMerge}. Guarantee: statistical.
 *
 * <p>Where it applies: every transparent chain. Known failures: CoinJoins and PayJoins that show no
 * sign, and accounts of many people with one service (which are the service's) make clusters too
 * large; owners who never spend two addresses together stay apart; each guard keeps some ordinary
 * payments out. One wrong merge joins whole clusters, so that errors do not stay small. An input
 * whose output has no address is left out.
 *
 * <p>Deterministic. Without labels it does not depend on the order of transactions; with labels it
 * does ({@link GuardedMerges}), and chain order is the order meant. Cost: near O(inputs), 4 bytes
 * an address.
 */
public final class CommonInputOwnership {

  /**
   * All guards but PAY_JOIN: most payments that fit it are ordinary ones, and of wallets that
   * choose their coins at random it would keep most apart.
   */
  public static final Set<Guard> USUAL_GUARDS =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Guard.PAY_JOIN)));

  private final GuardedMerges merges;
  private final EnumSet<Guard> guards;
  private int[] addresses = new int[16];
  private long lastTransaction = -1;

  public CommonInputOwnership(GuardedMerges merges, Set<Guard> guards) {
    this.merges = merges;
    this.guards = EnumSet.noneOf(Guard.class);
    this.guards.addAll(guards);
  }

  /** A start without labels, with the usual guards. */
  public static CommonInputOwnership start(RefusalSink refused) {
    return new CommonInputOwnership(
        new GuardedMerges(Clusters.ofSingles(0), KnownOwners.NONE, refused), USUAL_GUARDS);
  }

  /** What is joined so far; addresses that were only seen at outputs are in it too. */
  public Clusters clusters() {
    return merges.clusters();
  }

  /**
   * Reads one transaction.
   *
   * @throws IllegalArgumentException where it does not come after the last, or an address id is
   *     beyond {@link Clusters#MOST_ADDRESSES}
   */
  public void read(CoinTransaction tx) {
    if (tx.id() <= lastTransaction) {
      throw new IllegalArgumentException(
          "transaction " + tx.id() + " after " + lastTransaction + ": they come in chain order");
    }
    lastTransaction = tx.id();
    makeRoom(tx);
    int count = addressesOf(tx);
    if (count < 2) {
      return;
    }
    Optional<Reason> against = against(tx);
    if (against.isPresent()) {
      merges.refuse(tx.id(), against.get(), addresses, count);
    } else {
      merges.merge(tx.id(), addresses, count);
    }
  }

  private Optional<Reason> against(CoinTransaction tx) {
    if (!tx.isResolved()) {
      return Optional.of(Reason.UNRESOLVED_INPUTS);
    }
    if (guards.contains(Guard.SIGNATURES) && !bindsAll(tx)) {
      return Optional.of(Reason.OPEN_SIGNATURES);
    }
    if (guards.contains(Guard.STONEWALL) || guards.contains(Guard.COIN_JOINS)) {
      CoinJoinVerdict verdict = CoinJoins.look(tx);
      if (guards.contains(Guard.STONEWALL) && verdict.stonewall()) {
        return Optional.of(Reason.STONEWALL);
      }
      if (guards.contains(Guard.COIN_JOINS) && !verdict.standing().isEmpty()) {
        return Optional.of(Reason.COIN_JOIN);
      }
    }
    if (guards.contains(Guard.PAY_JOIN) && PayJoinShape.fits(tx)) {
      return Optional.of(Reason.PAY_JOIN);
    }
    return Optional.empty();
  }

  private static boolean bindsAll(CoinTransaction tx) {
    for (int i = 0; i < tx.inputs(); i++) {
      if (!tx.signsAll(i)) {
        return false;
      }
    }
    return true;
  }

  private void makeRoom(CoinTransaction tx) {
    long largest = CoinTransaction.UNKNOWN;
    for (int j = 0; j < tx.outputs(); j++) {
      largest = Math.max(largest, tx.outputAddress(j));
    }
    for (int i = 0; i < tx.inputs(); i++) {
      largest = Math.max(largest, tx.inputAddress(i));
    }
    if (largest != CoinTransaction.UNKNOWN) {
      clusters().growTo(Clusters.index(largest) + 1L);
    }
  }

  /** The inputs' addresses without neighbours that are the same; one where all are the same. */
  private int addressesOf(CoinTransaction tx) {
    if (addresses.length < tx.inputs()) {
      addresses = new int[tx.inputs()];
    }
    int count = 0;
    for (int i = 0; i < tx.inputs(); i++) {
      long address = tx.inputAddress(i);
      if (address != CoinTransaction.UNKNOWN && (count == 0 || addresses[count - 1] != address)) {
        addresses[count++] = (int) address;
      }
    }
    return count;
  }
}
