package org.ringlight.truth.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ringlight.rpc.WalletPriority;

/**
 * An exchange: a deposit subaddress for each customer, withdrawals in batches of 2 to 16 outputs,
 * and from time to time a consolidation of the deposits into the hot wallet.
 */
final class ExchangeDesk implements Behaviour {

  /** Below this no withdrawal is paid: 1 XMR. */
  private static final long LEAST = 1_000_000_000_000L;

  private static final int BLOCKS_BETWEEN_CONSOLIDATIONS = 40;
  private static final int BATCH = 15;

  private final Actor exchange;
  private final List<Actor> customers;
  private final Map<String, Actor.Subaddress> deposits = new LinkedHashMap<>();
  private long consolidatedAt;

  /**
   * @param customers who deposit and withdraw
   * @param others who have a deposit address, and never withdraw
   */
  ExchangeDesk(Actor exchange, List<Actor> customers, List<Actor> others) {
    this.exchange = exchange;
    this.customers = List.copyOf(customers);
    for (Actor customer : Stream.concat(customers.stream(), others.stream()).toList()) {
      deposits.put(customer.name(), exchange.newSubaddress("exchange deposit", customer.name()));
    }
  }

  /** Where {@code customer} deposits. */
  String depositAddress(Actor customer) {
    Actor.Subaddress deposit = deposits.get(customer.name());
    if (deposit == null) {
      throw new IllegalArgumentException(customer + " is no customer of " + exchange);
    }
    return deposit.address();
  }

  @Override
  public void act(long height) {
    if (height - consolidatedAt >= BLOCKS_BETWEEN_CONSOLIDATIONS) {
      consolidate(height);
    }
    if (exchange.dice().hits(60)) {
      payWithdrawals();
    }
  }

  private void consolidate(long height) {
    Set<Integer> used = new HashSet<>();
    exchange.spendable().forEach(output -> used.add(output.subaddress()));
    used.remove(0);
    if (!used.isEmpty() && exchange.consolidate("consolidation", used)) {
      consolidatedAt = height;
    }
  }

  private void payWithdrawals() {
    long unlocked = exchange.unlocked();
    int count = exchange.dice().between(1, BATCH);
    long each = unlocked / 3 / count;
    if (each < LEAST / 10 || unlocked < LEAST) {
      return;
    }
    List<Actor.Payee> batch = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Actor customer = exchange.dice().oneOf(customers);
      long amount = exchange.dice().share(each, 20, 100);
      batch.add(new Actor.Payee(customer.name(), customer.address(), amount));
    }
    exchange.pay("withdrawal", batch, WalletPriority.NORMAL);
  }
}
