package org.ringlight.truth.story;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.WalletPriority;
import org.ringlight.rpc.WalletTransaction;
import org.ringlight.truth.story.SwapTrade.BitcoinLeg;
import org.ringlight.truth.story.SwapTrade.Direction;
import org.ringlight.truth.story.plot.Part;

/**
 * A swap service: sells XMR for BTC in its own turn, and has an address ready at which each
 * customer can sell. The Bitcoin leg of a trade is invented.
 */
final class SwapDesk implements Behaviour {

  /** No trade is smaller: 0.05 XMR. */
  static final long LEAST = 50_000_000_000L;

  private final Actor service;
  private final Part.SwapService part;
  private final List<Actor> customers;
  private final Rates rates;
  private final Journal journal;
  private final InventedBitcoin bitcoin;
  private final Map<String, String> ready = new ConcurrentHashMap<>();

  SwapDesk(
      Actor service,
      Part.SwapService part,
      List<Actor> customers,
      Rates rates,
      Journal journal,
      InventedBitcoin bitcoin) {
    this.service = service;
    this.part = part;
    this.customers = List.copyOf(customers);
    this.rates = rates;
    this.journal = journal;
    this.bitcoin = bitcoin;
  }

  /** An address for the next trade of each customer who has used up the last. */
  @Override
  public void prepare(Moment now) {
    for (Actor customer : customers) {
      if (!ready.containsKey(customer.name())) {
        ready.put(customer.name(), service.newSubaddress("swap", customer.name()).address());
      }
    }
  }

  @Override
  public void act(Moment now) {
    Dice dice = service.dice();
    for (Actor customer : customers) {
      if (dice.hits(part.buysPercent())) {
        sellTo(customer, now);
      }
    }
  }

  private void sellTo(Actor customer, Moment now) {
    long atomic = service.dice().share(service.unlocked(), part.sharePercent());
    if (atomic < LEAST) {
      return;
    }
    Payee payee = new Payee(customer.name(), customer.address(), atomic);
    List<WalletTransaction> sent =
        service.pay(Event.Kind.SWAP, List.of(payee), WalletPriority.NORMAL);
    if (!sent.isEmpty()) {
      long price = rates.satoshiPerMonero(now.time());
      long worth = Rates.satoshi(atomic, price);
      long fee = worth * part.feePerMille() / (1000 - part.feePerMille());
      BitcoinLeg leg = bitcoin.pays(worth + fee, now.time().minus(some(service.dice())));
      note(customer, now, Direction.BUYS_MONERO, fee, price, hashes(sent), payee, leg);
    }
  }

  /** What a customer does about this service in a turn of its own. */
  Behaviour saleBy(Actor customer, InventedBitcoin payer) {
    return now -> {
      Dice dice = customer.dice();
      if (dice.hits(part.sellsPercent())) {
        long atomic = dice.share(customer.unlocked(), part.sharePercent());
        Duration later = some(dice);
        if (atomic >= LEAST) {
          buyFrom(customer, atomic, now, payer, later);
        }
      }
    };
  }

  private void buyFrom(
      Actor customer, long atomic, Moment now, InventedBitcoin payer, Duration later) {
    String address = ready.get(customer.name());
    if (address == null) {
      return;
    }
    Payee payee = new Payee(service.name(), address, atomic);
    List<WalletTransaction> sent =
        customer.pay(Event.Kind.SWAP, List.of(payee), WalletPriority.NORMAL);
    if (!sent.isEmpty()) {
      ready.remove(customer.name());
      long price = rates.satoshiPerMonero(now.time());
      long fee = atomic / 1000 * part.feePerMille();
      long worth = Rates.satoshi(atomic - fee, price);
      BitcoinLeg leg = payer.pays(worth, now.time().plus(later));
      note(customer, now, Direction.SELLS_MONERO, fee, price, hashes(sent), payee, leg);
    }
  }

  private void note(
      Actor customer,
      Moment now,
      Direction direction,
      long fee,
      long price,
      List<TxHash> hashes,
      Payee payee,
      BitcoinLeg leg) {
    journal.traded(
        new SwapTrade(
            now,
            service.name(),
            customer.name(),
            direction,
            fee,
            price,
            hashes,
            payee.address(),
            payee.amount(),
            leg));
  }

  private static List<TxHash> hashes(List<WalletTransaction> sent) {
    return sent.stream().map(WalletTransaction::hash).toList();
  }

  /** Between the order and the Bitcoin payment. */
  private static Duration some(Dice dice) {
    return Duration.ofSeconds(dice.between(300, 3600));
  }
}
