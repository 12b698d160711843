package org.ringlight.analytics.bitcoin.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.change.ChangeFacts;
import org.ringlight.analytics.bitcoin.change.Traits;

/**
 * {@link ChangeFacts} of a few transactions, looked up in the tables one by one: what is in memory
 * is what was asked, whatever the length of the chain. Each first question about a spender or an
 * address reads a column once. For whole chains see {@link
 * org.ringlight.analytics.bitcoin.change.ChangeIndex}.
 */
public final class TableFacts implements ChangeFacts {

  private final Lookup lookup;
  private final LakeCoins chain;
  private final LongUnaryOperator clusters;
  private final LongUnaryOperator owners;
  private final Map<Long, Lookup.History> histories = new HashMap<>();
  private final Map<Long, Optional<Traits>> makers = new HashMap<>();
  private final Map<Long, Optional<Traits>> spenders = new HashMap<>();

  /**
   * @param clusters address id to canonical id, by common-input ownership alone
   * @param owners canonical id to the number of a known owner, or {@link CoinTransaction#UNKNOWN}
   */
  public TableFacts(Lookup lookup, LongUnaryOperator clusters, LongUnaryOperator owners) {
    this.lookup = lookup;
    this.chain = new LakeCoins(lookup.tables());
    this.clusters = clusters;
    this.owners = owners;
  }

  @Override
  public long firstPayment(long address) {
    return history(address).firstPayment();
  }

  @Override
  public boolean isPaidOnce(long address) {
    return history(address).payments() == 1;
  }

  @Override
  public boolean isSpentOnceAtMost(long address) {
    return history(address).spends() <= 1;
  }

  private Lookup.History history(long address) {
    return histories.computeIfAbsent(address, lookup::history);
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
    return makers.computeIfAbsent(output, one -> traits(lookup.maker(one)));
  }

  @Override
  public Optional<Traits> spender(long output) {
    return spenders.computeIfAbsent(output, one -> traits(lookup.spender(one)));
  }

  private Optional<Traits> traits(OptionalLong transaction) {
    return transaction.isEmpty()
        ? Optional.empty()
        : chain.find(transaction.getAsLong()).map(this::traits);
  }

  @Override
  public Traits traits(CoinTransaction tx) {
    return Traits.of(tx, tx.virtualSize());
  }
}
