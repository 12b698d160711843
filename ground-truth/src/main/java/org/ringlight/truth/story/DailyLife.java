package org.ringlight.truth.story;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.rpc.WalletPriority;
import org.ringlight.truth.story.plot.Part;

/** A user or miner who pays friends, now and then deposits at an exchange, and tidies up. */
final class DailyLife implements Behaviour {

  /** Below this it does nothing: 0.05 XMR. */
  private static final long LEAST = 50_000_000_000L;

  private final Actor self;
  private final Part.People part;
  private final List<Actor> friends;
  private final List<ExchangeDesk> exchanges;

  /**
   * @param exchanges where it is a customer
   */
  DailyLife(Actor self, Part.People part, List<Actor> friends, List<ExchangeDesk> exchanges) {
    this.self = self;
    this.part = part;
    this.friends = friends.stream().filter(friend -> friend != self).toList();
    this.exchanges = List.copyOf(exchanges);
  }

  @Override
  public void act(Moment now) {
    Dice dice = self.dice();
    if (!dice.hits(part.actsPercent())) {
      return;
    }
    boolean deposits = dice.hits(part.depositsPercent());
    boolean tidies = dice.hits(part.tidiesPercent());
    int payments = dice.hits(20) ? 2 : 1;
    long unlocked = self.unlocked();
    if (unlocked < LEAST) {
      return;
    }
    if (deposits && !tidies && !exchanges.isEmpty()) {
      long amount = dice.share(unlocked, 10, 40);
      pay(Event.Kind.DEPOSIT, List.of(dice.oneOf(exchanges).deposit(self, amount)));
    } else if (tidies || friends.isEmpty()) {
      long kept = dice.share(unlocked, 30, 60);
      pay(Event.Kind.PAYMENT_TO_SELF, List.of(new Payee(self.name(), self.address(), kept)));
    } else {
      payFriends(unlocked, payments);
    }
  }

  private void payFriends(long unlocked, int payments) {
    List<Payee> payees = new ArrayList<>();
    for (int i = 0; i < payments; i++) {
      Actor friend = self.dice().oneOf(friends);
      long amount = self.dice().share(unlocked / payments, part.spendsPercent());
      payees.add(new Payee(friend.name(), friend.address(), amount));
    }
    pay(Event.Kind.PAYMENT, payees);
  }

  private void pay(Event.Kind kind, List<Payee> payees) {
    self.pay(kind, payees, WalletPriority.DEFAULT);
  }
}
