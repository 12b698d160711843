package org.ringlight.analytics.analysis;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringlight.lake.table.AssertionId;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;

/**
 * What an analyst or an owner says, and findings may rest on.
 *
 * @param kind what is said
 * @param keyImage the ring; null where an output is said to be unspent
 * @param publicKey of the output, when it was said
 * @param assumption the words in which findings name it
 */
public record Assertion(
    AssertionId id,
    Kind kind,
    @Nullable KeyImage keyImage,
    OutputName output,
    @Nullable PublicKey publicKey,
    String assumption,
    String source) {

  /** What is said. */
  public enum Kind {
    /** The ring does not spend the output. */
    DECOY,
    /** The output is the speaker's; its key image is the one given, or it is not spent. */
    MINE,
    /** The ring spends the output. */
    SPENDS;

    /** As in tables and on the command line: {@code decoy} … */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Assertion {
    if (keyImage == null && kind != Kind.MINE) {
      throw new IllegalArgumentException(kind.word() + " names a ring by its key image");
    }
  }
}
