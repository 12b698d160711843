package org.ringlight.analytics.proof;

/**
 * An assertion that stands.
 *
 * @param ring which ring it is about; {@link Rings#NONE} where it is about all
 * @param key of the output it names
 */
record Said(Kind kind, int ring, int key, String words, String assumption) implements Fact {

  /** What is said. */
  enum Kind {
    /** The ring does not spend the key. */
    DECOY,
    /** No ring spends the key. */
    UNSPENT,
    /** The ring spends the key. */
    SPENDS
  }

  @Override
  public boolean strikes(int ofRing, int ofKey) {
    return switch (kind) {
      case DECOY -> ofRing == ring && ofKey == key;
      case UNSPENT -> ofKey == key;
      // a key has one key image, so others do not spend it; that is said by citing the ring
      case SPENDS -> ofRing == ring && ofKey != key;
    };
  }
}
