package org.ringlight.analytics.bitcoin.change;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.function.ToLongFunction;
import org.ringlight.analytics.bitcoin.CoinTransaction;

/**
 * {@link ChangeFacts} of transactions that were read before, in memory: some hundred bytes for each
 * input and output. For tests and small chains.
 */
public final class ChangeIndex implements ChangeFacts {

  private record History(long first, int payments, int spends) {
    History paid() {
      return new History(first, payments + 1, spends);
    }

    History spent() {
      return new History(first, payments, spends + 1);
    }
  }

  private final Map<Long, History> addresses = new HashMap<>();
  private final TreeMap<Long, Traits> makers = new TreeMap<>();
  private final Map<Long, Traits> spenders = new HashMap<>();
  private final ToLongFunction<CoinTransaction> virtualSizes;
  private LongUnaryOperator clusters = address -> address;
  private LongUnaryOperator owners = cluster -> CoinTransaction.UNKNOWN;

  /** With the sizes that transactions say, if they do. */
  public ChangeIndex() {
    this(CoinTransaction::virtualSize);
  }

  /**
   * @param virtualSizes in virtual bytes, or {@link CoinTransaction#UNKNOWN}
   */
  public ChangeIndex(ToLongFunction<CoinTransaction> virtualSizes) {
    this.virtualSizes = virtualSizes;
  }

  /** Reads the next transaction in chain order. */
  public void read(CoinTransaction tx) {
    Traits traits = traits(tx);
    Set<Long> from = new HashSet<>();
    for (int i = 0; i < tx.inputs(); i++) {
      from.add(tx.inputAddress(i));
      spenders.put(tx.inputOutput(i), traits);
    }
    Set<Long> to = new HashSet<>();
    for (int j = 0; j < tx.outputs(); j++) {
      to.add(tx.outputAddress(j));
    }
    from.remove(CoinTransaction.UNKNOWN);
    to.remove(CoinTransaction.UNKNOWN);
    // an address that is only known as an input was paid before the first transaction here
    from.forEach(
        address ->
            addresses.merge(
                address,
                new History(CoinTransaction.UNKNOWN, 0, 1),
                (before, one) -> before.spent()));
    to.forEach(
        address ->
            addresses.merge(address, new History(tx.id(), 1, 0), (before, one) -> before.paid()));
    if (tx.outputs() > 0) {
      makers.put(tx.outputId(0), traits);
    }
  }

  /** From now on clusters are these: address id to canonical id. */
  public void clusters(LongUnaryOperator canonical) {
    clusters = canonical;
  }

  /** From now on owners are these: canonical id to owner, or {@link CoinTransaction#UNKNOWN}. */
  public void owners(LongUnaryOperator known) {
    owners = known;
  }

  @Override
  public long firstPayment(long address) {
    return history(address).first();
  }

  @Override
  public int payments(long address) {
    return history(address).payments();
  }

  @Override
  public int spends(long address) {
    return history(address).spends();
  }

  @Override
  public long cluster(long address) {
    return clusters.applyAsLong(address);
  }

  @Override
  public long owner(long cluster) {
    return owners.applyAsLong(cluster);
  }

  @Override
  public Optional<Traits> maker(long output) {
    Map.Entry<Long, Traits> made = makers.floorEntry(output);
    return made == null || output >= made.getKey() + made.getValue().outputs()
        ? Optional.empty()
        : Optional.of(made.getValue());
  }

  @Override
  public Optional<Traits> spender(long output) {
    return Optional.ofNullable(spenders.get(output));
  }

  @Override
  public Traits traits(CoinTransaction tx) {
    return Traits.of(tx, virtualSizes.applyAsLong(tx));
  }

  private History history(long address) {
    History history = addresses.get(address);
    if (history == null) {
      throw new IllegalArgumentException(
          "address " + address + " is in no transaction read so far");
    }
    return history;
  }
}
