package org.ringlight.analytics.bitcoin.cluster;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Lists of addresses that are spent together, one list after the other: list {@code i} is {@code
 * members[offsets[i]]} to {@code members[offsets[i + 1] - 1]}.
 */
final class CoSpends {

  private final int addresses;
  private final int[] offsets;
  private final int[] members;

  private CoSpends(int addresses, int[] offsets, int[] members) {
    this.addresses = addresses;
    this.offsets = offsets;
    this.members = members;
  }

  /** Small lists over few addresses, with repetitions, lists of one and empty ones. */
  static CoSpends random(long seed, int addresses, int lists) {
    Random random = new Random(seed);
    int[] offsets = new int[lists + 1];
    int[] members = new int[lists * 6];
    for (int list = 0; list < lists; list++) {
      int size = random.nextInt(5);
      offsets[list + 1] = offsets[list] + size;
      for (int i = offsets[list]; i < offsets[list + 1]; i++) {
        members[i] = random.nextInt(addresses);
      }
    }
    return new CoSpends(addresses, offsets, Arrays.copyOf(members, offsets[lists]));
  }

  /**
   * Lists as wallets make them: two to some dozens of inputs, mostly of addresses that are young
   * then, some of any age, and few wallets that spend very often.
   */
  static CoSpends likeAChain(long seed, int addresses, int lists) {
    Random random = new Random(seed);
    int[] offsets = new int[lists + 1];
    int[] members = new int[Math.multiplyExact(lists, 4)];
    for (int list = 0; list < lists; list++) {
      int size = 2;
      while (size < 60 && random.nextInt(5) < 2) {
        size++;
      }
      int end = offsets[list] + size;
      if (end > members.length) {
        members = Arrays.copyOf(members, members.length + members.length / 2);
      }
      int now = 1000 + (int) ((long) list * (addresses - 1000) / lists);
      for (int i = offsets[list]; i < end; i++) {
        int kind = random.nextInt(100);
        members[i] =
            kind < 80
                ? now - 1 - random.nextInt(Math.min(now, 50_000))
                : kind < 97 ? random.nextInt(now) : random.nextInt(1000);
      }
      offsets[list + 1] = end;
    }
    return new CoSpends(addresses, offsets, Arrays.copyOf(members, offsets[lists]));
  }

  int addresses() {
    return addresses;
  }

  /** Number of members in all lists. */
  int members() {
    return members.length;
  }

  /** Number of lists. */
  int size() {
    return offsets.length - 1;
  }

  Clusters join(Clusters clusters, int from, int to) {
    for (int list = from; list < to; list++) {
      clusters.joinAll(members, offsets[list], offsets[list + 1]);
    }
    return clusters;
  }

  /** The same lists and members in another order. */
  CoSpends shuffled(Random random) {
    List<List<Integer>> lists = new ArrayList<>();
    for (int list = 0; list < size(); list++) {
      List<Integer> one = new ArrayList<>();
      for (int i = offsets[list]; i < offsets[list + 1]; i++) {
        one.add(members[i]);
      }
      Collections.shuffle(one, random);
      lists.add(one);
    }
    Collections.shuffle(lists, random);
    int[] moved = new int[offsets.length];
    for (int list = 0; list < size(); list++) {
      moved[list + 1] = moved[list] + lists.get(list).size();
    }
    int[] flat = lists.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
    return new CoSpends(addresses, moved, flat);
  }

  /** The smallest address that each reaches over lists, by breadth-first search. */
  int[] smallestReachable() {
    List<List<Integer>> listsOf = new ArrayList<>();
    for (int address = 0; address < addresses; address++) {
      listsOf.add(new ArrayList<>());
    }
    for (int list = 0; list < size(); list++) {
      for (int i = offsets[list]; i < offsets[list + 1]; i++) {
        listsOf.get(members[i]).add(list);
      }
    }
    int[] smallest = new int[addresses];
    Arrays.fill(smallest, -1);
    for (int start = 0; start < addresses; start++) {
      if (smallest[start] >= 0) {
        continue;
      }
      smallest[start] = start;
      ArrayDeque<Integer> open = new ArrayDeque<>(List.of(start));
      while (!open.isEmpty()) {
        for (int list : listsOf.get(open.remove())) {
          for (int i = offsets[list]; i < offsets[list + 1]; i++) {
            if (smallest[members[i]] < 0) {
              smallest[members[i]] = start;
              open.add(members[i]);
            }
          }
        }
      }
    }
    return smallest;
  }

  /**
   * As little-endian 32-bit numbers: addresses, lists, offsets, members, for a program in another
   * language.
   */
  void write(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      write(out, new int[] {addresses, size()});
      write(out, offsets);
      write(out, members);
    }
  }

  private static void write(OutputStream out, int[] numbers) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < numbers.length; from += piece.capacity() / 4) {
      piece.clear();
      for (int i = from; i < Math.min(numbers.length, from + piece.capacity() / 4); i++) {
        piece.putInt(numbers[i]);
      }
      out.write(piece.array(), 0, piece.position());
    }
  }
}
