package org.ringlight.analytics.proof;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.finding.Claim;

/**
 * A finding as its row states it, in the numbers of a {@link Book}.
 *
 * @param number of its id
 * @param late whether it may rest on a block above those of its rings: where an amount was counted
 * @param rings it is about
 * @param outputs it names, in its order
 * @param cited rings
 * @param assumption null where it is said to be proven
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record Stated(
    int number,
    Claim.Kind kind,
    boolean late,
    int[] rings,
    int[] outputs,
    int[] cited,
    List<String> evidence,
    @Nullable String assumption,
    int depth,
    long height) {

  /** Whether it is said to hold without any assumption. */
  boolean isProven() {
    return assumption == null;
  }

  /** The ring of a claim about one. */
  int ring() {
    return rings[0];
  }
}
