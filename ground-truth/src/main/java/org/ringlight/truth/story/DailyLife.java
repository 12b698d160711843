package org.ringlight.truth.story;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.rpc.WalletPriority;

/** A user or miner who pays friends, now and then deposits at the exchange, and tidies up. */
final class DailyLife implements Behaviour {

  /** Below this it does nothing: 0.05 XMR. */
  private static final long LEAST = 50_000_000_000L;

  private final Actor self;
  private final List<Actor> friends;
  private final Actor exchange;
  private final String depositAddress;
  private final int percent;

  /**
   * @param percent chance of doing anything in a turn
   */
  DailyLife(Actor self, List<Actor> friends, Actor exchange, String depositAddress, int percent) {
    this.self = self;
    this.friends = friends.stream().filter(friend -> friend != self).toList();
    this.exchange = exchange;
    this.depositAddress = depositAddress;
    this.percent = percent;
  }

  @Override
  public void act(long height) {
    Dice dice = self.dice();
    if (!dice.hits(percent)) {
      return;
    }
    boolean deposits = dice.hits(30);
    boolean tidies = dice.hits(6);
    int payments = dice.hits(20) ? 2 : 1;
    long unlocked = self.unlocked();
    if (unlocked < LEAST) {
      return;
    }
    if (tidies) {
      long kept = dice.share(unlocked, 30, 60);
      pay("payment to self", List.of(new Actor.Payee(self.name(), self.address(), kept)));
    } else if (deposits) {
      long amount = dice.share(unlocked, 10, 40);
      pay("deposit", List.of(new Actor.Payee(exchange.name(), depositAddress, amount)));
    } else {
      payFriends(unlocked, payments);
    }
  }

  private void payFriends(long unlocked, int payments) {
    List<Actor.Payee> payees = new ArrayList<>();
    for (int i = 0; i < payments; i++) {
      Actor friend = self.dice().oneOf(friends);
      long amount = self.dice().share(unlocked, 3, 20);
      payees.add(new Actor.Payee(friend.name(), friend.address(), amount));
    }
    pay("payment", payees);
  }

  private void pay(String kind, List<Actor.Payee> payees) {
    self.pay(kind, payees, WalletPriority.DEFAULT);
  }
}
