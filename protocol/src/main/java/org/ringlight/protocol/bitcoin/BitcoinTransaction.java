package org.ringlight.protocol.bitcoin;

import java.util.List;
import org.ringlight.protocol.TxHash;

/**
 * A transaction as decoded from its bytes.
 *
 * @param hash its id, without witnesses, in display order
 * @param version as on the chain, signed
 * @param lockTime unsigned 32 bits: below 500,000,000 a height, else seconds since 1970
 * @param bytes size on the wire, witnesses included
 * @param weight as BIP 141 weighs it
 */
public record BitcoinTransaction(
    TxHash hash,
    int version,
    long lockTime,
    List<BitcoinInput> inputs,
    List<BitcoinOutput> outputs,
    int bytes,
    int weight) {

  public BitcoinTransaction {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }

  /** Whether it makes new coins (Bitcoin Core, {@code CTransaction::IsCoinBase}). */
  public boolean isCoinbase() {
    return inputs.size() == 1 && inputs.get(0).isOfCoinbase();
  }
}
