package org.ringlight.truth.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringlight.rpc.WalletPriority;
import org.ringlight.truth.AddressLabel;
import org.ringlight.truth.story.plot.Part;

/**
 * An exchange: a deposit subaddress for each customer, withdrawals in batches, and from time to
 * time a consolidation of the deposits into the hot wallet.
 */
final class ExchangeDesk implements Behaviour {

  private static final String USE = "exchange deposit";

  private final Actor exchange;
  private final Part.Exchange part;
  private final List<Actor> customers;
  private final Map<String, Actor.Subaddress> deposits = new LinkedHashMap<>();
  private long consolidatedAt;

  /**
   * @param customers who deposit and withdraw
   */
  ExchangeDesk(Actor exchange, Part.Exchange part, List<Actor> customers) {
    this.exchange = exchange;
    this.part = part;
    this.customers = List.copyOf(customers);
    customers.forEach(this::register);
  }

  /** Gives {@code customer} a deposit address; it need not be one who withdraws. */
  void register(Actor customer) {
    deposits.computeIfAbsent(customer.name(), name -> exchange.newSubaddress(USE, name));
  }

  /** Where {@code customer} deposits {@code amount}. */
  Payee deposit(Actor customer, long amount) {
    Actor.Subaddress deposit = deposits.get(customer.name());
    if (deposit == null) {
      throw new IllegalArgumentException(customer + " is no customer of " + exchange);
    }
    return new Payee(exchange.name(), deposit.address(), amount);
  }

  /** Every deposit address, by the index of its subaddress. */
  Map<Integer, AddressLabel> labels() {
    Map<Integer, AddressLabel> labels = new HashMap<>();
    deposits.forEach(
        (customer, made) ->
            labels.put(
                made.index(), new AddressLabel(made.address(), exchange.name(), USE, customer)));
    return labels;
  }

  @Override
  public void act(Moment now) {
    if (now.height() - consolidatedAt >= part.consolidatesEveryBlocks()) {
      consolidate(now.height());
    }
    if (exchange.dice().hits(part.withdrawsPercent())) {
      payWithdrawals();
    }
  }

  private void consolidate(long height) {
    Set<Integer> used = new HashSet<>();
    exchange.spendable().forEach(output -> used.add(output.subaddress()));
    used.remove(0);
    if (!used.isEmpty() && !exchange.consolidate(Event.Kind.CONSOLIDATION, used).isEmpty()) {
      consolidatedAt = height;
    }
  }

  private void payWithdrawals() {
    long unlocked = exchange.unlocked();
    int count = exchange.dice().between(part.outputs().lowest() - 1, part.outputs().highest() - 1);
    long each = unlocked / 3 / count;
    if (each < part.least() / 10 || unlocked < part.least()) {
      return;
    }
    List<Payee> batch = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Actor customer = exchange.dice().oneOf(customers);
      long amount = exchange.dice().share(each, 20, 100);
      batch.add(new Payee(customer.name(), customer.address(), amount));
    }
    exchange.pay(Event.Kind.WITHDRAWAL, batch, WalletPriority.NORMAL);
  }
}
