package org.ringlight.analytics.bitcoin;

import org.ringlight.protocol.bitcoin.ScriptType;

/**
 * A Bitcoin transaction as the kernels see it: dense ids and columns, each input beside the output
 * that it spends. Values are in satoshi. A reader shows one transaction after the other through the
 * same object, so that none may be kept.
 */
public interface CoinTransaction {

  /**
   * In place of an id or a value that is not known: the output lies below the tables' first block.
   */
  long UNKNOWN = -1;

  /** Its number in chain order. */
  long id();

  /** Its block's. */
  int height();

  /** Whether it makes new coins; then it has no inputs here. */
  boolean isCoinbase();

  /** As written on the chain. */
  int version();

  /** Unsigned 32 bits: below 500,000,000 a height, else seconds since 1970. */
  long lockTime();

  /** As BIP 141 weighs it, or {@link #UNKNOWN}. */
  default long weight() {
    return UNKNOWN;
  }

  /** A quarter of the weight, rounded up: what a fee rate is for; or {@link #UNKNOWN}. */
  default long virtualSize() {
    return weight() == UNKNOWN ? UNKNOWN : (weight() + 3) / 4;
  }

  /** Number of inputs. */
  int inputs();

  /** Number of the output that an input spends, or {@link #UNKNOWN}. */
  long inputOutput(int input);

  /** What that output is worth, or {@link #UNKNOWN}. */
  long inputValue(int input);

  /** The address that it was locked to, or {@link #UNKNOWN}: not known, or of no address. */
  long inputAddress(int input);

  /** The kind of its script; nonstandard where the output is not known. */
  ScriptType inputScript(int input);

  /** Unsigned 32 bits (BIP 68, BIP 125). */
  long inputSequence(int input);

  /** Whether all its signatures bind all inputs and outputs, as far as its script shows them. */
  boolean signsAll(int input);

  /** Number of outputs. */
  int outputs();

  /** Number of an output in chain order. */
  long outputId(int output);

  /** What it is worth. */
  long outputValue(int output);

  /** The address that it is locked to, or {@link #UNKNOWN} where it is of none. */
  long outputAddress(int output);

  /** The kind of its script. */
  ScriptType outputScript(int output);

  /** Whether the value of every input is known. */
  default boolean isResolved() {
    for (int i = 0; i < inputs(); i++) {
      if (inputValue(i) == UNKNOWN) {
        return false;
      }
    }
    return true;
  }

  /** Sum of the outputs: at most 21 million coins, so that it fits. */
  default long valueOut() {
    long sum = 0;
    for (int j = 0; j < outputs(); j++) {
      sum = Math.addExact(sum, outputValue(j));
    }
    return sum;
  }

  /**
   * What the miner keeps: 0 for a coinbase.
   *
   * @throws IllegalStateException where an input is not resolved
   */
  default long fee() {
    if (isCoinbase()) {
      return 0;
    }
    if (!isResolved()) {
      throw new IllegalStateException("transaction " + id() + " has inputs that are not resolved");
    }
    long sum = 0;
    for (int i = 0; i < inputs(); i++) {
      sum = Math.addExact(sum, inputValue(i));
    }
    return sum - valueOut();
  }
}
