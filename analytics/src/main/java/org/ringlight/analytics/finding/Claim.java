package org.ringlight.analytics.finding;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;

/**
 * What a finding says. Rings are named by their key image, outputs by their place in an index
 * space. Immutable; arrays are the claim's own: neither side changes them after they were handed
 * over.
 */
public sealed interface Claim {

  /** One for each kind of claim, so that a switch over claims can be complete. */
  enum Kind {
    RING_RESOLVED,
    OUTPUT_SPENT,
    MEMBER_ELIMINATED,
    RING_NARROWED,
    CLOSED_SET,
    WEIGHTS;

    /** As in tables and files: {@code ring_resolved} … */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  Kind kind();

  /** A claim about one ring and members of it. */
  sealed interface OfRing extends Claim {

    KeyImage keyImage();

    long indexSpace();

    /** The members it names, strictly ascending. */
    long[] amountIndexes();
  }

  /** A claim about one ring and one member of it. */
  sealed interface OfMember extends OfRing {

    OutputName output();

    @Override
    default long indexSpace() {
      return output().indexSpace();
    }

    @Override
    default long[] amountIndexes() {
      return new long[] {output().amountIndex()};
    }
  }

  /** This ring spends this output. */
  record RingResolved(KeyImage keyImage, OutputName output) implements OfMember {
    @Override
    public Kind kind() {
      return Kind.RING_RESOLVED;
    }
  }

  /** Some ring spends this output; which one is not said. */
  record OutputSpent(OutputName output) implements Claim {
    @Override
    public Kind kind() {
      return Kind.OUTPUT_SPENT;
    }
  }

  /** This ring does not spend this member of it. */
  record MemberEliminated(KeyImage keyImage, OutputName output) implements OfMember {
    @Override
    public Kind kind() {
      return Kind.MEMBER_ELIMINATED;
    }
  }

  /**
   * This ring spends one of these members of it.
   *
   * @param amountIndexes strictly ascending, at least one
   */
  @SuppressWarnings("ArrayRecordComponent") // equality is written out; lists would box
  record RingNarrowed(KeyImage keyImage, long indexSpace, long[] amountIndexes) implements OfRing {

    public RingNarrowed {
      Ascending.require(amountIndexes);
    }

    @Override
    public Kind kind() {
      return Kind.RING_NARROWED;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof RingNarrowed that
          && that.keyImage.equals(keyImage)
          && that.indexSpace == indexSpace
          && Arrays.equals(that.amountIndexes, amountIndexes);
    }

    @Override
    public int hashCode() {
      return keyImage.hashCode();
    }

    @Override
    public String toString() {
      return "RingNarrowed[" + keyImage + " to " + Arrays.toString(amountIndexes) + "]";
    }
  }

  /**
   * These rings spend among themselves exactly the keys that are left for them: as many as they
   * are. Which ring spends which is not said.
   *
   * @param keyImages of the rings, at least two, in chain order, none twice
   */
  record ClosedSet(List<KeyImage> keyImages) implements Claim {

    public ClosedSet {
      keyImages = List.copyOf(keyImages);
      if (keyImages.size() < 2 || new HashSet<>(keyImages).size() < keyImages.size()) {
        throw new IllegalArgumentException("a closed set has at least two rings, none twice");
      }
    }

    @Override
    public Kind kind() {
      return Kind.CLOSED_SET;
    }
  }

  /**
   * How probable it is of each member that this ring spends it. A member that is not named has
   * probability zero; a member that stands twice in the ring is named once.
   *
   * @param amountIndexes strictly ascending, at least one
   * @param probabilities one for each of them, from 0 to 1; their sum is 1 to within a millionth
   */
  @SuppressWarnings("ArrayRecordComponent") // equality is written out; lists would box
  record Weights(KeyImage keyImage, long indexSpace, long[] amountIndexes, double[] probabilities)
      implements OfRing {

    private static final double TOLERANCE = 1e-6;

    public Weights {
      Ascending.require(amountIndexes);
      if (probabilities.length != amountIndexes.length) {
        throw new IllegalArgumentException(
            probabilities.length + " probabilities for " + amountIndexes.length + " members");
      }
      double sum = 0;
      for (double probability : probabilities) {
        if (!(probability >= 0 && probability <= 1)) {
          throw new IllegalArgumentException(probability + " is no probability");
        }
        sum += probability;
      }
      if (Math.abs(sum - 1) > TOLERANCE) {
        throw new IllegalArgumentException("the probabilities sum to " + sum + ", not to 1");
      }
    }

    @Override
    public Kind kind() {
      return Kind.WEIGHTS;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Weights that
          && that.keyImage.equals(keyImage)
          && that.indexSpace == indexSpace
          && Arrays.equals(that.amountIndexes, amountIndexes)
          && Arrays.equals(that.probabilities, probabilities);
    }

    @Override
    public int hashCode() {
      return keyImage.hashCode();
    }

    @Override
    public String toString() {
      return "Weights["
          + keyImage
          + " over "
          + Arrays.toString(amountIndexes)
          + " as "
          + Arrays.toString(probabilities)
          + "]";
    }
  }
}
