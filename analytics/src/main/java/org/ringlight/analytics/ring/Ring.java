package org.ringlight.analytics.ring;

import org.ringlight.analytics.finding.Claim;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.TxHash;

/**
 * One ring with what the chain says of its members. Members are asked for by position: wire order,
 * from 0 to {@link #size()} - 1, duplicates kept.
 */
public interface Ring {

  /** The tables do not say. */
  long UNKNOWN = -1;

  /** The ring's dense number in chain order. Not a name: a reorganisation gives it out again. */
  long ringId();

  /** The name of the ring. */
  KeyImage keyImage();

  /** The transaction it is an input of. The first call of a scan opens one more table. */
  TxHash txHash();

  /** Dense number of that transaction: the same for rings of one transaction, and for no others. */
  long txId();

  /** Position among the transaction's inputs. */
  int inputIndex();

  /** Height of the block it is in. */
  long height();

  /** That block's timestamp, seconds since 1970, as its miner claims. */
  long timestamp();

  /** That block's major version: the hard fork whose rules hold. */
  int era();

  /** The index space of all its members; the 64 bits of an unsigned number. */
  long indexSpace();

  /** How many members it has, duplicates counted. */
  int size();

  /** The member's number in the index space. */
  long amountIndex(int position);

  /**
   * The member's dense number in chain order: an index for arrays, not a name. {@link #UNKNOWN} for
   * a member older than the slice that was indexed.
   */
  long outputId(int position);

  /** Height of the block that creates the member, or {@link #UNKNOWN}. */
  long memberHeight(int position);

  /** Timestamp of that block, seconds since 1970, or {@link #UNKNOWN}. */
  long memberTimestamp(int position);

  /** Whether a miner's transaction creates the member; false where the tables do not say. */
  boolean isCoinbase(int position);

  /** The member's age in blocks when the ring was made, at least 0, or {@link #UNKNOWN}. */
  default long ageBlocks(int position) {
    long created = memberHeight(position);
    return created == UNKNOWN ? UNKNOWN : height() - created;
  }

  /** The member's name. */
  default OutputName member(int position) {
    return new OutputName(indexSpace(), amountIndex(position));
  }

  /** The claim that this ring spends the member at {@code position}. */
  default Claim.RingResolved resolvedTo(int position) {
    return new Claim.RingResolved(keyImage(), member(position));
  }

  /**
   * The claim that members are spent with probabilities in proportion to {@code scores}. A member
   * that stands in the ring twice gets the sum of its scores.
   *
   * @param scores one for each position, finite, none below 0, not all 0
   */
  default Claim.Weights weights(double... scores) {
    return Weighing.of(this, scores);
  }
}
