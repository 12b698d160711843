package org.ringlight.graph.expand;

import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.PublicKey;
import org.ringlight.protocol.TxHash;

/** Where a neighbourhood begins. */
public sealed interface Seed {

  /** A transaction: all its rings and all its outputs. */
  record OfTransaction(TxHash hash) implements Seed {
    @Override
    public String toString() {
      return "transaction " + hash;
    }
  }

  /** A ring: back from it alone, forward from the outputs of its transaction. */
  record OfRing(KeyImage keyImage) implements Seed {
    @Override
    public String toString() {
      return "key image " + keyImage;
    }
  }

  /** An output: forward from it alone, back from its transaction. */
  record OfOutput(OutputName name) implements Seed {
    @Override
    public String toString() {
      return "output " + name;
    }
  }

  /** Outputs paid to this one-time key; rarely more than one. */
  record OfKey(PublicKey key) implements Seed {
    @Override
    public String toString() {
      return "output key " + key;
    }
  }
}
