package org.ringlight.analytics.graph;

import java.util.Arrays;

/**
 * The cleartext amounts: what belongs to each, in chain order. RingCT's space is none of them,
 * because its outputs are never all known to be spent.
 */
public final class Spaces {

  /** Of a ring: it is of RingCT, or its amount's outputs are not all in the tables. */
  public static final int NONE = -1;

  public static final Spaces EMPTY = new Spaces(new int[] {0}, new int[0]);

  private final int[] ends;
  private final int[] members;

  /**
   * @param ends where each space's members begin in {@code members}, and at last how many there are
   * @param members of one space after the other, ascending in each, distinct
   */
  Spaces(int[] ends, int[] members) {
    this.ends = ends;
    this.members = members;
  }

  /** How many there are. */
  public int count() {
    return ends.length - 1;
  }

  /** How many members the space has. */
  public int size(int space) {
    return ends[space + 1] - ends[space];
  }

  /** Its member at {@code index}, from 0. */
  public int at(int space, int index) {
    return members[ends[space] + index];
  }

  /**
   * Makes them of members and the space of each.
   *
   * @param all members, ascending
   * @param spaceOf theirs
   * @param count how many spaces there are
   */
  static Spaces of(int[] all, int[] spaceOf, int count) {
    int[] begins = new int[count + 1];
    for (int space : spaceOf) {
      begins[space + 1]++;
    }
    Arrays.parallelPrefix(begins, Integer::sum);
    int[] members = new int[all.length];
    for (int i = 0; i < all.length; i++) {
      members[begins[spaceOf[i]]++] = all[i];
    }
    System.arraycopy(begins, 0, begins, 1, count);
    begins[0] = 0;
    return new Spaces(begins, members);
  }

  /**
   * Makes them of the space of each member.
   *
   * @param spaceOf by member, {@link #NONE} where it is in none
   * @param count how many spaces there are
   */
  public static Spaces of(int[] spaceOf, int count) {
    int[] begins = new int[count + 1];
    for (int space : spaceOf) {
      if (space != NONE) {
        begins[space + 1]++;
      }
    }
    Arrays.parallelPrefix(begins, Integer::sum);
    int[] members = new int[begins[count]];
    for (int member = 0; member < spaceOf.length; member++) {
      if (spaceOf[member] != NONE) {
        members[begins[spaceOf[member]]++] = member;
      }
    }
    System.arraycopy(begins, 0, begins, 1, count);
    begins[0] = 0;
    return new Spaces(begins, members);
  }
}
