package org.ringlight.truth.era;

import java.util.List;

/**
 * One of the chains that are written: the first, or a second one that is equal to it up to a
 * height.
 *
 * @param folder below the one of the first chain
 * @param leaves the first height at which it is another than the first chain; past any height for
 *     the first chain itself
 * @param mark tells its blocks' chances and keys from those of the first chain
 */
record Branch(String folder, int leaves, long mark) {

  private static final Branch FIRST = new Branch("", Integer.MAX_VALUE, 0);

  /** The chains that the options ask for. */
  static List<Branch> of(EraOptions options) {
    return options.forkAt().isEmpty()
        ? List.of(FIRST)
        : List.of(FIRST, new Branch("fork", Math.toIntExact(options.forkAt().getAsLong()), 1));
  }

  /** Its mark where it is another than the first chain at this height, else 0. */
  long markAt(int height) {
    return height >= leaves ? mark : 0;
  }
}
