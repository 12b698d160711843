package org.ringlight.analytics.bitcoin.run;

import com.carrotsearch.hppc.LongObjectHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.exposure.SourceExposure;
import org.ringlight.analytics.bitcoin.read.OutputPlaces;
import org.ringlight.analytics.bitcoin.run.TaintedPlace.Kind;
import org.ringlight.analytics.bitcoin.taint.SourceTotals;
import org.ringlight.analytics.bitcoin.taint.Taint;
import org.ringlight.analytics.bitcoin.taint.TaintMethod;
import org.ringlight.analytics.bitcoin.taint.TaintPolicy;
import org.ringlight.analytics.bitcoin.taint.TaintReport;
import org.ringlight.analytics.bitcoin.taint.TaintSources;

/**
 * Coins of some sources, followed by one method through the whole chain: what lies unspent, and
 * what came to tagged owners, where following ends. Give it every transaction, then ask.
 */
public final class Following {

  private static final int AT_A_TIME = 10_000;

  private final TaintPolicy policy;
  private final TaintSources sources;
  private final TaggedClusters owners;
  private final OutputPlaces places;
  private final Taint taint;
  private final @Nullable SourceExposure exposure;

  /** Satoshi by source of each output at which taint ended. */
  private final LongObjectHashMap<long[]> arrived = new LongObjectHashMap<>();

  private @Nullable TaintReport report;

  Following(TaintPolicy policy, TaintSources sources, TaggedClusters owners, OutputPlaces places) {
    this.policy = policy;
    this.sources = sources;
    this.owners = owners;
    this.places = places;
    this.taint = new Taint(policy, sources, owners::isTagged, this::received);
    this.exposure =
        policy.method().conserves() ? new SourceExposure(policy, sources, owners, owners) : null;
  }

  void accept(CoinTransaction transaction) {
    taint.accept(transaction);
    if (exposure != null) {
      exposure.accept(transaction);
    }
  }

  private void received(CoinTransaction transaction, int output, int source, long amount) {
    long address = transaction.outputAddress(output);
    if (address == CoinTransaction.UNKNOWN || !owners.isTagged(address)) {
      return;
    }
    long[] sums = arrived.get(transaction.outputId(output));
    if (sums == null) {
      sums = new long[sources.names().size()];
      arrived.put(transaction.outputId(output), sums);
    }
    sums[source] = Math.addExact(sums[source], amount);
  }

  private TaintReport report() {
    TaintReport made = report;
    if (made == null) {
      made = taint.report();
      report = made;
    }
    return made;
  }

  /** By which method and policies. */
  public TaintPolicy policy() {
    return policy;
  }

  /** What is said is true only so far as this is the way of coins, in words. */
  public String assumption() {
    String tagged = owners.tags().digest().isEmpty() ? "" : ", which ends where tags name an owner";
    return "coins go through a transaction by %s, its fee takes %s%s"
        .formatted(policy.method().word(), feeWords(), tagged);
  }

  private String feeWords() {
    return switch (policy.fees()) {
      case PRO_RATA -> "its share of all";
      case LAST -> "what is left after the outputs";
      case NONE -> "clean coins first";
    };
  }

  /** What became of each source's coins. */
  public List<SourceTotals> totals() {
    return report().totals();
  }

  /** How much went to each tagged owner, and the rest; empty for poison, which has no whole. */
  public Optional<SourceExposure.Report> exposure() {
    return exposure == null ? Optional.empty() : Optional.of(exposure.report());
  }

  /** Satoshi by owner's number that came to tagged owners; of poison the outputs whole. */
  public long[] byOwner() {
    long[] sums = new long[owners.categories().size()];
    forEachArrival(
        place ->
            place
                .owner()
                .ifPresent(
                    name -> {
                      int owner = owners.categories().indexOf(name);
                      sums[owner] = Math.addExact(sums[owner], place.tainted());
                    }));
    return sums;
  }

  /** Transactions that spent tainted coins beside outputs that are not in the tables. */
  public long unresolved() {
    return report().unresolved();
  }

  /** Shows where the coins are: what lies unspent, then what came to tagged owners. */
  public void forEach(Consumer<TaintedPlace> seen) {
    Chunk chunk = new Chunk(Kind.UNSPENT, seen);
    report()
        .forEach(
            output -> {
              long[] sums = new long[sources.names().size()];
              for (int source = 0; source < sums.length; source++) {
                sums[source] = output.from(source);
              }
              chunk.add(output.output(), sums);
            });
    chunk.end();
    forEachArrival(seen);
  }

  private void forEachArrival(Consumer<TaintedPlace> seen) {
    Chunk chunk = new Chunk(Kind.SERVICE, seen);
    long[] outputs = arrived.keys().toArray();
    Arrays.sort(outputs);
    for (long output : outputs) {
      chunk.add(output, arrived.get(output));
    }
    chunk.end();
  }

  /** The method. */
  public TaintMethod method() {
    return policy.method();
  }

  /** Outputs whose names are looked up together. */
  private final class Chunk {

    private final Kind kind;
    private final Consumer<TaintedPlace> seen;
    private final List<Long> order = new ArrayList<>();
    private final LongObjectHashMap<long[]> sums = new LongObjectHashMap<>();

    Chunk(Kind kind, Consumer<TaintedPlace> seen) {
      this.kind = kind;
      this.seen = seen;
    }

    void add(long output, long[] bySource) {
      order.add(output);
      sums.put(output, bySource);
      if (order.size() == AT_A_TIME) {
        end();
      }
    }

    void end() {
      Map<Long, OutputPlaces.Place> found =
          places.places(order.stream().mapToLong(Long::longValue).toArray());
      for (long output : order) {
        OutputPlaces.Place where = Objects.requireNonNull(found.get(output));
        long[] bySource = sums.get(output);
        for (int source = 0; source < bySource.length; source++) {
          if (bySource[source] > 0) {
            seen.accept(
                new TaintedPlace(
                    sources.names().get(source),
                    where,
                    bySource[source],
                    kind,
                    where.addressId() == CoinTransaction.UNKNOWN
                        ? -1
                        : owners.entityOf(where.addressId()),
                    where.addressId() == CoinTransaction.UNKNOWN
                        ? Optional.empty()
                        : owners.ownerName(where.addressId())));
          }
        }
      }
      order.clear();
      sums.clear();
    }
  }
}
