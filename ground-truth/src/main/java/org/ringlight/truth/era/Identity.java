package org.ringlight.truth.era;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ringlight.protocol.KeyImage;

/**
 * Key images by output: an output has the same on every chain it is on, and no other has it. They
 * are no points and no hashes of keys; nobody can tell without the keys.
 */
final class Identity {

  private final long seed;
  private final Branch branch;

  Identity(long seed, Branch branch) {
    this.seed = mix(seed);
    this.branch = branch;
  }

  /** The key image of a coin. */
  KeyImage keyImage(Ledger ledger, long coin) {
    Space space = ledger.space(coin);
    int index = Ledger.index(coin);
    long state = mix(mix(seed + space.indexSpace()) + index);
    state += branch.markAt(space.height(index));
    ByteBuffer bytes = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 4; i++) {
      state += 0x9e3779b97f4a7c15L;
      bytes.putLong(mix(state));
    }
    return KeyImage.of(bytes.array());
  }

  /** Seeds of what happens at a height, the same on both chains below the fork. */
  long seedAt(int height) {
    return mix(seed + mix(height) + branch.markAt(height));
  }

  /** SplitMix64's finaliser (Steele, Lea, Flood, OOPSLA 2014). */
  static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
