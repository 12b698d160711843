package org.ringlight.analytics.contrast;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongObjectHashMap;
import com.carrotsearch.hppc.cursors.ObjectCursor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Spends with weighted candidate outputs, and the outputs that their transactions made: a part of a
 * chain in arrays. Spends are numbered in the order of their transactions, then of their own
 * numbers, so that the same rows in any order give the same numbers. Transactions are numbered in
 * chain order: what a transaction spends was made by an earlier one.
 */
public final class Choices {

  private final boolean allOfThem;
  final int spends;
  final int transactions;
  final long[] outputNames;
  final int[] transactionOf;
  final int[] first;
  final int[] candidates;
  final double[] weights;
  final int[] madeFirst;
  final int[] made;

  private Choices(Builder rows) {
    allOfThem = !rows.leftOut;
    long[] txs = rows.transactions();
    LongIntHashMap txNumbers = numbers(txs);
    outputNames = rows.outputs();
    LongIntHashMap outputNumbers = numbers(outputNames);
    transactions = txs.length;
    List<Spend> sorted = new ArrayList<>();
    for (ObjectCursor<Spend> spend : rows.spends.values()) {
      sorted.add(spend.value);
    }
    sorted.sort(Comparator.comparingLong(Spend::tx).thenComparingLong(Spend::id));
    spends = sorted.size();
    transactionOf = new int[spends];
    first = new int[spends + 1];
    int edges = sorted.stream().mapToInt(spend -> spend.candidates().size()).sum();
    candidates = new int[edges];
    weights = new double[edges];
    int edge = 0;
    for (int spend = 0; spend < spends; spend++) {
      Spend one = sorted.get(spend);
      transactionOf[spend] = txNumbers.get(one.tx());
      one.candidates().sort(Comparator.comparingLong(Candidate::output));
      for (Candidate candidate : one.candidates()) {
        candidates[edge] = outputNumbers.get(candidate.output());
        weights[edge++] = candidate.weight();
      }
      first[spend + 1] = edge;
    }
    madeFirst = new int[transactions + 1];
    made = new int[rows.made.size()];
    rows.made.sort(Comparator.comparingLong(Made::tx).thenComparingLong(Made::output));
    for (int i = 0; i < made.length; i++) {
      made[i] = outputNumbers.get(rows.made.get(i).output());
      madeFirst[txNumbers.get(rows.made.get(i).tx()) + 1] = i + 1;
    }
    for (int tx = 0; tx < transactions; tx++) {
      madeFirst[tx + 1] = Math.max(madeFirst[tx + 1], madeFirst[tx]);
    }
  }

  private static LongIntHashMap numbers(long... names) {
    LongIntHashMap numbers = new LongIntHashMap(names.length);
    for (int i = 0; i < names.length; i++) {
      numbers.put(names[i], i);
    }
    return numbers;
  }

  /** How many outputs there are, candidates and made ones. */
  public int outputs() {
    return outputNames.length;
  }

  /** How many spends there are. */
  public int spends() {
    return spends;
  }

  /** The number here of an output, or a negative one where it is none of these. */
  public int output(long name) {
    return Arrays.binarySearch(outputNames, name);
  }

  /** Whether every spend has one candidate, none of them by its weight alone: one world is left. */
  public boolean areMade() {
    return allOfThem && candidates.length == spends;
  }

  private record Candidate(long output, double weight) {}

  private record Made(long tx, long output) {}

  private record Spend(long id, long tx, List<Candidate> candidates) {}

  /** Takes rows in any order. Candidates of weight 0 are left out. */
  public static final class Builder {

    private final LongObjectHashMap<Spend> spends = new LongObjectHashMap<>();
    private final List<Made> made = new ArrayList<>();
    private boolean leftOut;

    /** A spend of a transaction may be of {@code output}. */
    public void candidate(long spend, long tx, long output, double weight) {
      if (weight > 0) {
        Spend one = spends.get(spend);
        if (one == null) {
          one = new Spend(spend, tx, new ArrayList<>());
          spends.put(spend, one);
        }
        one.candidates().add(new Candidate(output, weight));
      } else {
        leftOut = true;
      }
    }

    /** A transaction made an output. */
    public void made(long tx, long output) {
      made.add(new Made(tx, output));
    }

    private long[] transactions() {
      long[] all = new long[spends.size() + made.size()];
      int i = 0;
      for (ObjectCursor<Spend> spend : spends.values()) {
        all[i++] = spend.value.tx();
      }
      for (Made one : made) {
        all[i++] = one.tx();
      }
      return Arrays.stream(all).sorted().distinct().toArray();
    }

    private long[] outputs() {
      LongArrayList all = new LongArrayList();
      for (ObjectCursor<Spend> spend : spends.values()) {
        spend.value.candidates().forEach(candidate -> all.add(candidate.output()));
      }
      made.forEach(one -> all.add(one.output()));
      return Arrays.stream(all.toArray()).sorted().distinct().toArray();
    }

    public Choices build() {
      return new Choices(this);
    }
  }
}
