package org.ringlight.analytics.ring;

import java.util.ArrayList;
import java.util.List;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;

/** Rings for tests. */
public final class SampleRings {

  private SampleRings() {}

  /** The key image with this number. */
  public static KeyImage image(int number) {
    return KeyImage.parse(String.format("%064x", number));
  }

  /** Ring {@code number} of the block at height 100, whose members are as old as given. */
  public static ListedRing ring(int number, long[] members, long[] ages) {
    List<ListedRing.Member> list = new ArrayList<>();
    for (int i = 0; i < members.length; i++) {
      long height = 100 - ages[i];
      list.add(
          new ListedRing.Member(members[i], members[i], height, 1_400_000_000 + height, i == 0));
    }
    return new ListedRing(
        number,
        image(number),
        TxHash.parse(String.format("%064x", number)),
        number,
        0,
        100,
        1_400_000_100,
        16,
        0,
        list);
  }

  /** The same with members that are as old as their index is far from 100. */
  public static ListedRing ring(int number, long... members) {
    long[] ages = new long[members.length];
    for (int i = 0; i < ages.length; i++) {
      ages[i] = 100 - members[i];
    }
    return ring(number, members, ages);
  }
}
