package org.ringlight.analytics.deduce;

import java.util.BitSet;
import org.ringlight.analytics.graph.Incidence;

/** Which rings can change one another: those that share keys that are possible for both. */
final class Connected {

  private final Deductions known;
  private final Incidence members;
  private final Incidence holders;
  private final BitSet seen = new BitSet();
  private final BitSet seenKeys = new BitSet();
  private final RingQueue queue = new RingQueue();

  private Connected(Deductions known) {
    this.known = known;
    members = known.graph().byRing();
    holders = known.graph().byKey();
  }

  /**
   * The rings in no set that are connected with one of {@code from}, ascending; those of {@code
   * from} that are in none among them.
   */
  static int[] rings(Deductions known, BitSet from) {
    Connected connected = new Connected(known);
    for (int ring = from.nextSetBit(0); ring >= 0; ring = from.nextSetBit(ring + 1)) {
      connected.see(ring);
    }
    while (!connected.queue.isEmpty()) {
      connected.spread(connected.queue.take());
    }
    return connected.seen.stream().toArray();
  }

  private void see(int ring) {
    if (!seen.get(ring) && known.setOfRing(ring) == Deductions.FREE) {
      seen.set(ring);
      queue.add(ring);
    }
  }

  private void spread(int ring) {
    for (long edge = members.first(ring); edge < members.end(ring); edge++) {
      int key = members.target(edge);
      if (!seenKeys.get(key) && known.isPossible(ring, key)) {
        seenKeys.set(key);
        for (long back = holders.first(key); back < holders.end(key); back++) {
          if (known.isPossible(holders.target(back), key)) {
            see(holders.target(back));
          }
        }
      }
    }
  }
}
