package org.ringlight.analytics.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/**
 * Rings by their key images: those of the main chain in chain order, and after them the key images
 * that were only seen elsewhere, of which the keys are known among which the spent one is.
 */
final class Rings {

  static final int NONE = -1;

  private static final int CHUNK = 1 << 20;

  private final Outputs outputs;
  private final Names images = new Names();
  private final List<int[]> chunks = new ArrayList<>();
  private final List<int[]> keysElsewhere = new ArrayList<>();
  private long[] starts = new long[17];
  private long[] spaces = new long[16];
  private int[] heights = new int[16];
  private int onChain;

  Rings(Outputs outputs) {
    this.outputs = outputs;
  }

  /** The next ring of the main chain; its members are resolved by their names. */
  void add(byte[] image, int at, int height, long space, long[] members, int from, int to) {
    int ring = add(image, at, height);
    spaces[ring] = space;
    long end = starts[ring];
    for (int i = from; i < to; i++) {
      int output = outputs.find(space, members[i]);
      if (output == Outputs.NONE) {
        throw new DataInvalid(
            "a ring names an output that is in no table: " + new OutputName(space, members[i]),
            "ring " + image(ring) + " at height " + height,
            "run ringlight verify, or index again into an empty folder");
      }
      if (end / CHUNK == chunks.size()) {
        chunks.add(new int[CHUNK]);
      }
      chunks.get((int) (end / CHUNK))[(int) (end % CHUNK)] = output;
      end++;
    }
    starts[ring + 1] = end;
    onChain++;
  }

  /**
   * A key image that the main chain does not have.
   *
   * @param keys one of which it spends, ascending
   */
  void elsewhere(KeyImage image, int height, int[] keys) {
    int ring = add(image.toBytes(), 0, height);
    starts[ring + 1] = starts[ring];
    keysElsewhere.add(keys);
  }

  private int add(byte[] image, int at, int height) {
    int ring = images.count();
    if (images.add(image, at) != ring) {
      throw new DataInvalid(
          "a key image stands twice: " + KeyImage.at(image, at),
          "xmr.rings, height " + height,
          "run ringlight verify: the tables are not those of a valid chain");
    }
    if (ring == heights.length) {
      int size = Math.addExact(ring, ring >> 1);
      heights = Arrays.copyOf(heights, size);
      spaces = Arrays.copyOf(spaces, size);
      starts = Arrays.copyOf(starts, size + 1);
    }
    heights[ring] = height;
    return ring;
  }

  int count() {
    return images.count();
  }

  /** How many are on the main chain: their numbers are below this. */
  int onChain() {
    return onChain;
  }

  boolean isOnChain(int ring) {
    return ring < onChain;
  }

  /** The number of a ring, or {@link #NONE}. */
  int find(KeyImage image) {
    return images.find(image);
  }

  KeyImage image(int ring) {
    return KeyImage.of(images.bytes(ring));
  }

  /** The block it is in; elsewhere, the one below which nothing follows from it. */
  int height(int ring) {
    return heights[ring];
  }

  /** The index space of a ring of the main chain. */
  long space(int ring) {
    return spaces[ring];
  }

  /** How many places a ring of the main chain has. */
  int size(int ring) {
    return (int) (starts[ring + 1] - starts[ring]);
  }

  /** The output in a place of a ring of the main chain. */
  int member(int ring, int place) {
    long at = starts[ring] + place;
    return chunks.get((int) (at / CHUNK))[(int) (at % CHUNK)];
  }

  /** The keys of a ring, each once, in any order. */
  int[] keys(int ring) {
    if (!isOnChain(ring)) {
      return keysElsewhere.get(ring - onChain);
    }
    int[] keys = new int[size(ring)];
    int count = 0;
    for (int place = 0; place < keys.length; place++) {
      int key = outputs.key(member(ring, place));
      if (!has(keys, count, key)) {
        keys[count++] = key;
      }
    }
    return count == keys.length ? keys : Arrays.copyOf(keys, count);
  }

  private static boolean has(int[] keys, int count, int key) {
    for (int i = 0; i < count; i++) {
      if (keys[i] == key) {
        return true;
      }
    }
    return false;
  }
}
