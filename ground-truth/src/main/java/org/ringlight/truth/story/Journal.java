package org.ringlight.truth.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.ringlight.truth.AddressLabel;

/** What happened in a story, as the actors know it. Thread-safe. */
public final class Journal {

  private final List<Event> events = new ArrayList<>();
  private final List<SwapTrade> trades = new ArrayList<>();
  private final Set<AddressLabel> labels = new LinkedHashSet<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final List<String> missedTurns = new ArrayList<>();
  private long transactions;

  synchronized void happened(Event event) {
    events.add(event);
    transactions += event.transactions().size();
  }

  synchronized void traded(SwapTrade trade) {
    trades.add(trade);
  }

  synchronized void belongs(AddressLabel label) {
    labels.add(label);
  }

  void refused() {
    refusals.incrementAndGet();
  }

  synchronized void missedTurn(String why) {
    missedTurns.add(why);
  }

  /** Everything that was paid, by height and actor. */
  public synchronized List<Event> events() {
    return events.stream()
        .sorted(Comparator.comparingLong(Event::height).thenComparing(Event::actor))
        .toList();
  }

  /** Every swap, by time and customer. */
  public synchronized List<SwapTrade> trades() {
    return trades.stream()
        .sorted(
            Comparator.comparing((SwapTrade trade) -> trade.when().time())
                .thenComparing(SwapTrade::service)
                .thenComparing(SwapTrade::customer))
        .toList();
  }

  /** Whose every address of the story is, in the order they were made. */
  public synchronized List<AddressLabel> labels() {
    return List.copyOf(labels);
  }

  /** How many transactions wallets have sent so far. */
  public synchronized long transactions() {
    return transactions;
  }

  /** How many payments a wallet would not make, mostly because too little was unlocked. */
  public int refusals() {
    return refusals.get();
  }

  /** For each turn that an actor missed because a program died or did not answer: what was said. */
  public synchronized List<String> missedTurns() {
    return List.copyOf(missedTurns);
  }
}
