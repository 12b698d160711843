package org.ringlight.analytics.bitcoin.taint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.bitcoin.DrawnTransaction;

/** The methods in an order, the slow way: every satoshi is a number in a list. */
final class SatoshiBySatoshi {

  private final TaintPolicy policy;
  private final TaintSources sources;
  private final Map<Long, List<Integer>> outputs = new HashMap<>();
  private final List<List<Integer>> blockFees = new ArrayList<>();
  final Map<Integer, Long> fees = new TreeMap<>();

  SatoshiBySatoshi(TaintPolicy policy, TaintSources sources) {
    this.policy = policy;
    this.sources = sources;
  }

  /** Tainted unspent outputs, each with its satoshi. */
  Map<Long, List<Integer>> follow(List<DrawnTransaction> chain) {
    DrawnTransaction coinbase = null;
    for (DrawnTransaction one : chain) {
      if (one.isCoinbase()) {
        pay(coinbase);
        coinbase = one;
        if (policy.coinbase() == CoinbaseFees.END) {
          make(one, new ArrayList<>(Collections.nCopies((int) one.valueOut(), Lot.CLEAN)));
        }
        continue;
      }
      List<List<Integer>> inputs = new ArrayList<>();
      for (DrawnTransaction.In in : one.ins()) {
        inputs.add(outputs.remove(in.output()));
      }
      List<Integer> row = row(inputs);
      blockFees.add(takeFee(row, (int) one.fee()));
      make(one, row);
    }
    pay(coinbase);
    Map<Long, List<Integer>> tainted = new TreeMap<>(outputs);
    tainted.values().removeIf(satoshi -> satoshi.stream().allMatch(mark -> mark == Lot.CLEAN));
    return tainted;
  }

  private void pay(@Nullable DrawnTransaction coinbase) {
    if (policy.coinbase() == CoinbaseFees.END || coinbase == null) {
      blockFees.forEach(this::lose);
    } else {
      int paid = blockFees.stream().mapToInt(List::size).sum();
      int out = (int) coinbase.valueOut();
      List<List<Integer>> inputs = new ArrayList<>();
      inputs.add(Collections.nCopies(Math.max(0, out - paid), Lot.CLEAN));
      inputs.addAll(blockFees);
      List<Integer> row = row(inputs);
      lose(takeFee(row, Math.max(0, paid - out)));
      make(coinbase, row);
    }
    blockFees.clear();
  }

  private void lose(List<Integer> satoshi) {
    for (int mark : satoshi) {
      if (mark != Lot.CLEAN) {
        fees.merge(mark, 1L, Long::sum);
      }
    }
  }

  private List<Integer> row(List<List<Integer>> inputs) {
    List<List<Integer>> ordered = new ArrayList<>(inputs);
    if (policy.method() == TaintMethod.LIFO) {
      Collections.reverse(ordered);
    }
    List<Integer> row = new ArrayList<>();
    ordered.forEach(row::addAll);
    if (policy.method() == TaintMethod.DIRTY_FIRST || policy.method() == TaintMethod.TIHO) {
      row.sort(Comparator.comparing(mark -> mark == Lot.CLEAN)); // stable
    }
    return row;
  }

  private List<Integer> takeFee(List<Integer> row, int fee) {
    List<Integer> taken = new ArrayList<>();
    int value = row.size();
    List<Integer> places = new ArrayList<>();
    switch (policy.fees()) {
      case LAST -> IntStream.range(value - fee, value).forEach(places::add);
      case PRO_RATA -> {
        for (long k = 0; k < value; k++) {
          if ((k + 1) * fee / value > k * fee / value) {
            places.add((int) k);
          }
        }
      }
      case NONE -> {
        for (int clean = 1; clean >= 0; clean--) {
          for (int k = value - 1; k >= 0 && places.size() < fee; k--) {
            if ((row.get(k) == Lot.CLEAN) == (clean == 1)) {
              places.add(k);
            }
          }
        }
        Collections.sort(places);
      }
    }
    for (int place : places) {
      taken.add(row.get(place));
      row.set(place, null);
    }
    row.removeIf(mark -> mark == null);
    return taken;
  }

  private void make(DrawnTransaction one, List<Integer> row) {
    Integer[] order = new Integer[one.outputs()];
    Arrays.setAll(order, j -> j);
    if (policy.method() == TaintMethod.TIHO) {
      Arrays.sort(order, Comparator.comparingLong(j -> -one.outputValue(j)));
    }
    int place = 0;
    for (int j : order) {
      int value = (int) one.outputValue(j);
      List<Integer> satoshi = new ArrayList<>(row.subList(place, place + value));
      place += value;
      int source = sources.of(one.outputId(j));
      if (source != Lot.CLEAN) {
        Collections.fill(satoshi, source);
      }
      outputs.put(one.outputId(j), satoshi);
    }
  }
}
