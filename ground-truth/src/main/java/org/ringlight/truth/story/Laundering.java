package org.ringlight.truth.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ringlight.protocol.KeyImage;
import org.ringlight.rpc.WalletOutput;
import org.ringlight.rpc.WalletPriority;

/**
 * A thief: splits the loot over subaddresses of its own, sends each part on to itself a few times
 * (churning), and deposits what has churned enough at the exchange, part by part.
 */
final class Laundering implements Behaviour {

  private static final int HOPS = 3;
  private static final int PARTS = 8;

  /** A part's share of the loot, in percent. */
  private static final int SHARE = 12;

  /** Less than this is left lying: 0.05 XMR. */
  private static final long LEAST = 50_000_000_000L;

  private final Actor thief;
  private final Actor exchange;
  private final String depositAddress;

  /** Addresses by hop, 0 to HOPS - 1; what arrives at the last has churned enough. */
  private final List<List<String>> stashes = new ArrayList<>();

  /** Hop by index of the subaddress; the primary address, which takes the loot, is not in it. */
  private final Map<Integer, Integer> hopOf = new HashMap<>();

  Laundering(Actor thief, Actor exchange, String depositAddress) {
    this.thief = thief;
    this.exchange = exchange;
    this.depositAddress = depositAddress;
    for (int hop = 0; hop < HOPS; hop++) {
      List<String> stash = new ArrayList<>();
      for (int i = 0; i < PARTS; i++) {
        Actor.Subaddress made = thief.newSubaddress("churning", "");
        stash.add(made.address());
        hopOf.put(made.index(), hop);
      }
      stashes.add(stash);
    }
  }

  @Override
  public void act(long height) {
    for (WalletOutput output : thief.spendable()) {
      if (output.amount() >= LEAST) {
        moveOn(output);
        return;
      }
    }
  }

  private void moveOn(WalletOutput output) {
    KeyImage image = output.ownKeyImage();
    Integer hop = hopOf.get(output.subaddress());
    if (hop == null) {
      split(output.amount());
    } else if (hop < HOPS - 1) {
      String next = thief.dice().oneOf(stashes.get(hop + 1));
      thief.send("churn", image, thief.name(), next);
    } else {
      thief.send("cash-out", image, exchange.name(), depositAddress);
    }
  }

  private void split(long loot) {
    List<Actor.Payee> parts = new ArrayList<>();
    for (String address : stashes.get(0)) {
      parts.add(new Actor.Payee(thief.name(), address, loot / 100 * SHARE));
    }
    thief.pay("split", parts, WalletPriority.DEFAULT);
  }
}
