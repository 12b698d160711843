package org.ringlight.analytics.deduce;

import org.ringlight.protocol.KeyImage;

/** The key images of the rings that are in sets: 32 bytes each. */
public final class RingNames {

  private static final int SHIFT = 16;
  private static final int MASK = (1 << SHIFT) - 1;

  private final Deductions known;
  private final byte[][] chunks;

  /** Room for the rings that are in a set of {@code known} by now. */
  public RingNames(Deductions known) {
    this.known = known;
    chunks = new byte[(known.ringsInSets() >>> SHIFT) + 1][];
    int left = known.ringsInSets();
    for (int i = 0; i < chunks.length; i++) {
      chunks[i] = new byte[Math.min(left, MASK + 1) * KeyImage.LENGTH];
      left -= MASK + 1;
    }
  }

  /** Notes the name of a ring; forgets it where the ring is in no set. */
  public void name(int ring, KeyImage image) {
    if (known.setOfRing(ring) != Deductions.FREE) {
      int place = known.place(ring);
      image.copyTo(chunks[place >>> SHIFT], (place & MASK) * KeyImage.LENGTH);
    }
  }

  /** The name of a ring that is in a set. */
  public KeyImage of(int ring) {
    int place = known.place(ring);
    return KeyImage.at(chunks[place >>> SHIFT], (place & MASK) * KeyImage.LENGTH);
  }
}
