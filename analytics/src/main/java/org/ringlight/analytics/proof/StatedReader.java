package org.ringlight.analytics.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ringlight.analytics.finding.Claim;
import org.ringlight.analytics.finding.Guarantee;
import org.ringlight.lake.table.ClaimRow;
import org.ringlight.lake.table.FindingId;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/** Reads rows, and refuses those that are wrong whatever the rings say. */
final class StatedReader {

  private static final String FULL_COUNT = "full-count";

  private final Book book;
  private final FindingHash hash = new FindingHash();
  private final Names ids = new Names();
  private final Map<String, String> words = new HashMap<>();

  StatedReader(Book book) {
    this.book = book;
  }

  /** The id of a finding by its number. */
  FindingId id(int number) {
    return FindingId.at(ids.bytes(number), 0);
  }

  /**
   * What a row states; null where it is no proof and says so: it is statistical.
   *
   * @throws Refusal where its id, its form or its names are wrong
   */
  @Nullable Stated read(ClaimRow row) throws Refusal {
    FindingId id = hash.of(row);
    if (!id.equals(row.findingId())) {
      throw new Refusal("its id is not the hash of what it says, which is " + id);
    }
    int number = ids.count();
    if (ids.add(id.hash().toBytes(), 0) != number) {
      throw new Refusal("it stands twice");
    }
    if (!book.runs().contains(row.runId())) {
      throw new Refusal("its run is not there: " + row.runId());
    }
    if (row.tipHeight() < row.height()) {
      throw new Refusal(
          "it rests on block " + row.height() + ", and its run saw none above " + row.tipHeight());
    }
    Claim.Kind kind = kind(row.claim());
    form(kind, row);
    int[] rings = rings(row.keyImages(), "is about");
    int[] outputs = outputs(row);
    Guarantee.Level level = level(row);
    int[] cited = rings(row.restsOn(), "cites");
    if (level == Guarantee.Level.STATISTICAL) {
      return null;
    } else if (kind == Claim.Kind.WEIGHTS) {
      throw new Refusal("probabilities are statistical, not " + row.guarantee());
    }
    return new Stated(
        number,
        kind,
        kind == Claim.Kind.CLOSED_SET && row.heuristic().equals(FULL_COUNT),
        rings,
        outputs,
        cited,
        row.evidence().stream().map(this::once).toList(),
        row.assumption() == null ? null : once(row.assumption()),
        row.depth(),
        row.height());
  }

  private String once(String said) {
    return words.computeIfAbsent(said, any -> any);
  }

  private static Claim.Kind kind(String word) throws Refusal {
    for (Claim.Kind kind : Claim.Kind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new Refusal("no kind of claim is called " + word);
  }

  private static Guarantee.Level level(ClaimRow row) throws Refusal {
    for (Guarantee.Level level : Guarantee.Level.values()) {
      if (level.word().equals(row.guarantee())) {
        String assumption = row.assumption();
        boolean named = assumption != null && !assumption.isBlank();
        if (named != (level == Guarantee.Level.CONDITIONAL)) {
          throw new Refusal(
              named
                  ? "it is called " + row.guarantee() + " and names an assumption"
                  : "it is called conditional and names no assumption");
        }
        return level;
      }
    }
    throw new Refusal("no guarantee is called " + row.guarantee().toLowerCase(Locale.ROOT));
  }

  private static void form(Claim.Kind kind, ClaimRow row) throws Refusal {
    int images = row.keyImages().size();
    int outputs = row.amountIndexes().length;
    boolean right =
        switch (kind) {
          case RING_RESOLVED, MEMBER_ELIMINATED -> images == 1 && outputs == 1;
          case RING_NARROWED, WEIGHTS -> images == 1 && outputs >= 1;
          case CLOSED_SET -> images >= 2 && outputs == 0;
          case OUTPUT_SPENT -> images == 0 && outputs == 1;
        };
    if (!right) {
      throw new Refusal(
          "a claim of its kind does not name " + images + " rings and " + outputs + " outputs");
    }
    if ((row.indexSpace() == null) != (outputs == 0)) {
      throw new Refusal("outputs and an index space go together, and one is missing");
    }
    int probabilities = row.probabilities().length;
    if (probabilities != (kind == Claim.Kind.WEIGHTS ? outputs : 0)) {
      throw new Refusal("it gives " + probabilities + " probabilities");
    }
    for (int i = 1; i < outputs; i++) {
      if (row.amountIndexes()[i] <= row.amountIndexes()[i - 1]) {
        throw new Refusal("its outputs do not ascend");
      }
    }
  }

  /** Rings by number, each once; those of the main chain ascend, others come after them. */
  private int[] rings(List<KeyImage> images, String verb) throws Refusal {
    int[] rings = new int[images.size()];
    Set<KeyImage> seen = images.size() > 1 ? new HashSet<>() : Set.of();
    for (int i = 0; i < rings.length; i++) {
      KeyImage image = images.get(i);
      rings[i] = book.rings().find(image);
      if (rings[i] == Rings.NONE) {
        throw new Refusal("it " + verb + " a key image that no ring has: " + image);
      } else if (rings.length > 1 && !seen.add(image)) {
        throw new Refusal("it " + verb + " ring " + image + " twice");
      } else if (i > 0 && book.rings().isOnChain(rings[i]) && rings[i] < rings[i - 1]) {
        throw new Refusal("it " + verb + " rings that are not in chain order: " + image);
      }
    }
    return rings;
  }

  private int[] outputs(ClaimRow row) throws Refusal {
    Long space = row.indexSpace();
    int[] outputs = new int[row.amountIndexes().length];
    if (space == null) {
      return outputs;
    }
    if (!row.publicKeys().isEmpty() && row.publicKeys().size() != outputs.length) {
      throw new Refusal(
          "it gives " + row.publicKeys().size() + " keys for " + outputs.length + " outputs");
    }
    for (int i = 0; i < outputs.length; i++) {
      OutputName name = new OutputName(space, row.amountIndexes()[i]);
      outputs[i] = book.outputs().find(space, row.amountIndexes()[i]);
      if (outputs[i] == Outputs.NONE) {
        throw new Refusal("it names an output that is not there: " + name);
      } else if (!row.publicKeys().isEmpty()
          && !book.outputs().publicKey(outputs[i]).equals(row.publicKeys().get(i))) {
        throw new Refusal(
            "it gives "
                + row.publicKeys().get(i)
                + " as the key of "
                + name
                + ", whose key is "
                + book.outputs().publicKey(outputs[i]));
      }
    }
    return outputs;
  }
}
