package org.ringlight.analytics.bitcoin.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ringlight.analytics.bitcoin.CoinTransaction;
import org.ringlight.analytics.bitcoin.taint.Arrivals;
import org.ringlight.analytics.bitcoin.taint.CoinFlow;

/** Coins that carry where they began and how many hops they are from there. */
abstract class Followed implements Arrivals {

  private final ExposureQuestion question;
  private final Entities entities;
  private final Labels labels;
  private final Paths paths;
  private final long[] direct;
  private final long[] indirect;
  private final long[] directPaths;
  private final long[] indirectPaths;
  private long[] payers = {};

  /**
   * Begins with nothing.
   *
   * @param origins how many beginnings are told apart
   */
  Followed(ExposureQuestion question, Entities entities, Labels labels, int origins) {
    this.question = question;
    this.entities = entities;
    this.labels = labels;
    paths = new Paths(Math.multiplyExact(origins, question.maxHops()));
    int count = labels.categories().size();
    direct = new long[count];
    indirect = new long[count];
    directPaths = new long[count];
    indirectPaths = new long[count];
  }

  /** Adds up what has no label, by reason, and says the total. */
  abstract long rest(CoinFlow flow, Map<Unattributed, Long> rest);

  /** The mark of coins that begin with an entity, or {@link #NONE}. */
  abstract int originOf(long entity);

  /** Coins within a transaction arrive with an entity; as {@link #arrive}. */
  abstract int arriveAt(long entity, CoinTransaction transaction, int output, Coins coins);

  /**
   * Some coins that arrive.
   *
   * @param mark of them
   * @param amount in satoshi
   */
  record Coins(int mark, long amount) {}

  List<CategoryExposure> categories() {
    List<CategoryExposure> all = new ArrayList<>();
    for (int i = 0; i < direct.length; i++) {
      all.add(
          new CategoryExposure(
              labels.categories().get(i),
              direct[i],
              indirect[i],
              directPaths[i],
              indirectPaths[i]));
    }
    return all;
  }

  @Override
  public final void spending(CoinTransaction transaction) {
    payers = new long[transaction.inputs()];
    paths.begin();
    for (int i = 0; i < payers.length; i++) {
      payers[i] = entity(transaction.inputAddress(i));
      int origin = transaction.inputValue(i) > 0 ? originOf(payers[i]) : NONE;
      paths.spend(transaction.inputOutput(i), origin);
    }
    Arrays.sort(payers);
  }

  @Override
  public int origin(CoinTransaction transaction, int output) {
    return originOf(entity(transaction.outputAddress(output)));
  }

  @Override
  public final int arrive(CoinTransaction transaction, int output, int mark, long amount) {
    return arriveAt(
        entity(transaction.outputAddress(output)), transaction, output, new Coins(mark, amount));
  }

  final boolean isSubject(long entity) {
    return entity != Entities.UNKNOWN && question.subject().test(entity);
  }

  final int category(long entity) {
    return entity == Entities.UNKNOWN ? Labels.UNLABELLED : labels.category(entity);
  }

  final int mark(int origin) {
    return origin * question.maxHops();
  }

  final int hops(int mark) {
    return mark % question.maxHops();
  }

  final int beginning(int mark) {
    return mark / question.maxHops();
  }

  /** Counts coins that connect the subject with a category. */
  final void connect(int category, CoinTransaction transaction, int output, Coins coins) {
    long ways = paths.firstSeen(transaction.outputId(output), coins.mark());
    if (hops(coins.mark()) == 0) {
      direct[category] = Math.addExact(direct[category], coins.amount());
      directPaths[category] = Paths.plus(directPaths[category], ways);
    } else {
      indirect[category] = Math.addExact(indirect[category], coins.amount());
      indirectPaths[category] = Paths.plus(indirectPaths[category], ways);
    }
  }

  /** Moves coins on to an entity without a label; {@link #NONE} beyond the hops asked for. */
  final int pass(long entity, CoinTransaction transaction, int output, Coins coins) {
    int hops = hops(coins.mark());
    boolean same = hops > 0 && Arrays.binarySearch(payers, entity) >= 0;
    int next = same && entity != Entities.UNKNOWN ? hops : hops + 1;
    if (next == question.maxHops()) {
      return NONE;
    }
    int mark = coins.mark() - hops + next;
    paths.carry(transaction.outputId(output), coins.mark(), mark);
    return mark;
  }

  private long entity(long address) {
    return address == CoinTransaction.UNKNOWN ? Entities.UNKNOWN : entities.entityOf(address);
  }
}
