package org.ringlight.analytics.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.AssertionId;
import org.ringlight.lake.table.AssertionRow;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/** The assertions that stand: the last row of each id says whether it does. */
final class Assertions {

  private Assertions() {}

  /**
   * Whether a ring names the key of an output.
   *
   * @param alone whether by that output and no other
   */
  private static boolean isNamed(
      int output, boolean alone, int ring, Outputs outputs, Rings rings) {
    int key = outputs.key(output);
    if (ring == Rings.NONE || Arrays.stream(rings.keys(ring)).noneMatch(one -> one == key)) {
      return false;
    }
    for (int place = 0; alone && rings.isOnChain(ring) && place < rings.size(ring); place++) {
      int member = rings.member(ring, place);
      if (member != output && outputs.key(member) == key) {
        return false;
      }
    }
    return true;
  }

  static List<AssertionRow> standing(Snapshot intel) {
    Map<AssertionId, AssertionRow> last = new LinkedHashMap<>();
    try (Rows<AssertionRow> rows = intel.scan(AssertionRow.TABLE)) {
      rows.forEachRemaining(row -> last.put(row.assertionId(), row));
    }
    List<AssertionRow> standing = new ArrayList<>(last.values());
    standing.removeIf(row -> !row.action().equals("assert"));
    return standing;
  }

  /**
   * What one says of the chain; nothing where its output or ring is not there, its output is
   * another by now, or is not what its ring names by that key.
   */
  static List<Said> said(AssertionRow row, Outputs outputs, Rings rings) {
    Long space = row.indexSpace();
    Long index = row.amountIndex();
    if (space == null || index == null) {
      return List.of();
    }
    int output = outputs.find(space, index);
    KeyImage image = row.keyImage();
    int ring = image == null ? Rings.NONE : rings.find(image);
    String kind = row.kind().toLowerCase(Locale.ROOT);
    boolean ofAnyRing = kind.equals("mine") && ring == Rings.NONE;
    if (output == Outputs.NONE
        || !outputs.publicKey(output).equals(row.publicKey())
        || (!ofAnyRing && !isNamed(output, kind.equals("decoy"), ring, outputs, rings))) {
      return List.of();
    }
    return List.of(
        new Said(
            ofAnyRing
                ? Said.Kind.UNSPENT
                : kind.equals("decoy") ? Said.Kind.DECOY : Said.Kind.SPENDS,
            ring,
            outputs.key(output),
            "assertion "
                + row.assertionId()
                + ": "
                + kind
                + ' '
                + new OutputName(space, index)
                + " ("
                + row.source()
                + ")",
            row.assumption()));
  }
}
