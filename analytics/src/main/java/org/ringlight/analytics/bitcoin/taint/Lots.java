package org.ringlight.analytics.bitcoin.taint;

import java.util.Arrays;

/** A row of satoshi, cut into lots of one mark each. Grows; is used again. */
final class Lots {

  /** The mark of satoshi without one. */
  static final int CLEAN = -1;

  private int[] marks = new int[4];
  private long[] amounts = new long[4];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  int mark(int lot) {
    return marks[lot];
  }

  long amount(int lot) {
    return amounts[lot];
  }

  /** Adds satoshi at the end; what is next to its like joins it. */
  void add(int mark, long amount) {
    if (amount == 0) {
      return;
    }
    if (size > 0 && marks[size - 1] == mark) {
      amounts[size - 1] = Math.addExact(amounts[size - 1], amount);
      return;
    }
    if (size == marks.length) {
      marks = Arrays.copyOf(marks, 2 * size);
      amounts = Arrays.copyOf(amounts, 2 * size);
    }
    marks[size] = mark;
    amounts[size++] = amount;
  }

  void addAll(Lots others) {
    for (int lot = 0; lot < others.size; lot++) {
      add(others.marks[lot], others.amounts[lot]);
    }
  }

  /** Length of the row. */
  long total() {
    long sum = 0;
    for (int lot = 0; lot < size; lot++) {
      sum = Math.addExact(sum, amounts[lot]);
    }
    return sum;
  }

  /** How many of its satoshi are marked. */
  long marked() {
    long sum = 0;
    for (int lot = 0; lot < size; lot++) {
      if (marks[lot] != CLEAN) {
        sum = Math.addExact(sum, amounts[lot]);
      }
    }
    return sum;
  }

  /** Adds to a mark's pool, in the order of marks: for rows whose order says nothing. */
  void pool(int mark, long amount) {
    int place = Arrays.binarySearch(marks, 0, size, mark);
    if (place >= 0) {
      amounts[place] = Math.addExact(amounts[place], amount);
    } else if (amount > 0) {
      insert(-place - 1, mark, amount);
    }
  }

  /** Whether there is a pool of a mark. */
  boolean has(int mark) {
    return Arrays.binarySearch(marks, 0, size, mark) >= 0;
  }

  void reduce(int lot, long by) {
    amounts[lot] -= by;
  }

  private void insert(int place, int mark, long amount) {
    if (size == marks.length) {
      marks = Arrays.copyOf(marks, 2 * size);
      amounts = Arrays.copyOf(amounts, 2 * size);
    }
    System.arraycopy(marks, place, marks, place + 1, size - place);
    System.arraycopy(amounts, place, amounts, place + 1, size - place);
    marks[place] = mark;
    amounts[place] = amount;
    size++;
  }
}
