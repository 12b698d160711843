package org.ringlight.truth.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.rpc.WalletOutput;
import org.ringlight.rpc.WalletPriority;
import org.ringlight.truth.story.plot.Part;

/**
 * A thief: splits the loot over subaddresses of its own, sends each part on to itself a few times
 * (churning), and deposits what has churned enough at an exchange, part by part.
 */
final class Laundering implements Behaviour {

  /** What the fees of the split may cost, in percent of the loot. */
  private static final int FOR_FEES = 4;

  /** Less than this is left lying: 0.05 XMR. */
  private static final long LEAST = 50_000_000_000L;

  private final Actor thief;
  private final ExchangeDesk fence;

  /** Addresses by hop; what arrives at the last has churned enough. */
  private final List<List<String>> stashes = new ArrayList<>();

  /** Hop by index of the subaddress; the primary address, which takes the loot, is not in it. */
  private final Map<Integer, Integer> hopOf = new HashMap<>();

  /**
   * @param fence where the thief is registered
   */
  Laundering(Actor thief, Part.Thief part, ExchangeDesk fence) {
    this.thief = thief;
    this.fence = fence;
    for (int hop = 0; hop < part.hops(); hop++) {
      List<String> stash = new ArrayList<>();
      for (int i = 0; i < part.parts(); i++) {
        Actor.Subaddress made = thief.newSubaddress("churning", "");
        stash.add(made.address());
        hopOf.put(made.index(), hop);
      }
      stashes.add(stash);
    }
  }

  @Override
  public void act(Moment now) {
    for (WalletOutput output : thief.spendable()) {
      if (output.amount() >= LEAST) {
        moveOn(output);
        return;
      }
    }
  }

  private void moveOn(WalletOutput output) {
    Integer hop = hopOf.get(output.subaddress());
    if (hop == null) {
      split(output.amount());
    } else if (hop < stashes.size() - 1) {
      String next = thief.dice().oneOf(stashes.get(hop + 1));
      thief.send(Event.Kind.CHURN, output, new Payee(thief.name(), next, output.amount()));
    } else {
      thief.send(Event.Kind.CASH_OUT, output, fence.deposit(thief, output.amount()));
    }
  }

  private void split(long loot) {
    List<String> first = stashes.get(0);
    List<Payee> parts = new ArrayList<>();
    for (String address : first) {
      parts.add(new Payee(thief.name(), address, loot / 100 * (100 - FOR_FEES) / first.size()));
    }
    thief.pay(Event.Kind.SPLIT, parts, WalletPriority.DEFAULT);
  }
}
