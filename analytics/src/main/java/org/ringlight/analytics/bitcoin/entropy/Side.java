package org.ringlight.analytics.bitcoin.entropy;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The inputs or the outputs, equal values taken together: a choice of them is a number of each
 * value, and a number in mixed radix. Differences of choices are differences of their numbers.
 */
final class Side {

  private final long[] values;
  private final int[] counts;
  private final int[] groupOf;
  private final int[] radix;
  private final long[] sums;
  // by choice: how many of each value, one spare bit above each field
  private final long[] fields;
  private final int[] shift;
  private final long spare;
  // values that occur more than once: only these are taken out in several ways
  private final int[] several;

  /** The values of one side. */
  Side(long[] all) {
    values = Arrays.stream(all).sorted().distinct().toArray();
    counts = new int[values.length];
    groupOf = new int[all.length];
    for (int i = 0; i < all.length; i++) {
      groupOf[i] = Arrays.binarySearch(values, all[i]);
      counts[groupOf[i]]++;
    }
    radix = new int[values.length];
    shift = new int[values.length];
    int states = 1;
    int bits = 0;
    long guards = 0;
    for (int group = 0; group < values.length; group++) {
      radix[group] = states;
      states = Math.multiplyExact(states, counts[group] + 1);
      shift[group] = bits;
      bits += Integer.SIZE - Integer.numberOfLeadingZeros(counts[group]) + 1;
      guards |= 1L << (bits - 1);
    }
    spare = guards;
    several = IntStream.range(0, values.length).filter(group -> counts[group] > 1).toArray();
    sums = new long[states];
    fields = new long[states];
    for (int choice = 0; choice < states; choice++) {
      for (int group = 0; group < values.length; group++) {
        long number = choice / radix[group] % (counts[group] + 1);
        sums[choice] += number * values[group];
        fields[choice] |= number << shift[group];
      }
    }
  }

  int groups() {
    return values.length;
  }

  int group(int member) {
    return groupOf[member];
  }

  int count(int group) {
    return counts[group];
  }

  /** Number of choices; the last one is all of them, the first none. */
  int choices() {
    return sums.length;
  }

  long sum(int choice) {
    return sums[choice];
  }

  /** How many of a value are in a choice. */
  int number(int choice, int group) {
    // fields are as wide as their value with all its bits and the spare one
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(counts[group]);
    return (int) (fields[choice] >>> shift[group]) & ((1 << width) - 1);
  }

  /** Whether one choice is within another: no field borrows from its spare bit. */
  boolean within(int part, int whole) {
    return (((fields[whole] | spare) - fields[part]) & spare) == spare;
  }

  /** The first value that a choice has any of. */
  int firstGroup(int choice) {
    int bit = Long.numberOfTrailingZeros(fields[choice]);
    int group = 0;
    while (group + 1 < shift.length && shift[group + 1] <= bit) {
      group++;
    }
    return group;
  }

  /** In how many ways {@code part} is taken out of {@code whole}. */
  long ways(int part, int whole) {
    long ways = 1;
    for (int group : several) {
      ways = Math.multiplyExact(ways, choose(number(whole, group), number(part, group)));
    }
    return ways;
  }

  /** The same where one of the first value of {@code whole} is in {@code part} for certain. */
  long waysWithFirst(int part, int whole) {
    int first = firstGroup(whole);
    return ways(part - radix[first], whole - radix[first]);
  }

  /** The choices by ascending sum. */
  int[] bySum() {
    return IntStream.range(0, sums.length)
        .boxed()
        .sorted((a, b) -> Long.compare(sums[a], sums[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static long choose(int n, int k) {
    long ways = 1;
    for (int i = 1; i <= k; i++) {
      ways = ways * (n - k + i) / i;
    }
    return ways;
  }
}
