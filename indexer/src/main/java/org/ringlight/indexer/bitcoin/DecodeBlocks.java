package org.ringlight.indexer.bitcoin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ringlight.failure.DataInvalid;
import org.ringlight.indexer.ids.Fingerprints;
import org.ringlight.indexer.pipeline.BranchChanged;
import org.ringlight.indexer.pipeline.DecodedPage;
import org.ringlight.protocol.bitcoin.BitcoinBlock;
import org.ringlight.protocol.bitcoin.BitcoinInput;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.BitcoinOutput;
import org.ringlight.protocol.bitcoin.BitcoinTransaction;
import org.ringlight.protocol.bitcoin.BlockRules;
import org.ringlight.rpc.bitcoin.RawBitcoinBlock;
import org.ringlight.rpc.bitcoinj.BitcoinDecoder;

/**
 * Stage two: bytes to blocks, each verified by its own hashes, and the fingerprints by which stage
 * three finds what they spend. Pages are decoded in parallel.
 */
final class DecodeBlocks {

  static final String ASK_ANOTHER =
      "the node's database or the block files are damaged, or lie; index from other ones";

  private final BitcoinNetwork network;
  private final BitcoinDecoder decoder;
  private final Supplier<Fingerprints> fingerprints;

  /**
   * @param fingerprints makes one for each page
   */
  DecodeBlocks(BitcoinNetwork network, Supplier<Fingerprints> fingerprints) {
    this.network = network;
    this.decoder = new BitcoinDecoder(network);
    this.fingerprints = fingerprints;
  }

  /** The blocks of a page, in order, up to the first that does not verify. */
  DecodedPage<NamedBlock> page(RawBlocks raw) {
    Fingerprints names = fingerprints.get();
    List<NamedBlock> blocks = new ArrayList<>(raw.blocks().size());
    for (RawBitcoinBlock block : raw.blocks()) {
      try {
        blocks.add(block(block, names));
      } catch (DataInvalid | BranchChanged e) {
        return new DecodedPage<>(blocks, Optional.of(e));
      }
    }
    return new DecodedPage<>(blocks, Optional.empty());
  }

  private BitcoinBlock decoded(RawBitcoinBlock raw) {
    try {
      return decoder.block(raw.bytes());
    } catch (DataInvalid e) {
      throw e.within("height " + raw.height());
    }
  }

  private NamedBlock block(RawBitcoinBlock raw, Fingerprints names) {
    BitcoinBlock block = decoded(raw);
    if (!block.hash().equals(raw.hash())) {
      throw new BranchChanged(
          "block " + raw.height() + " hashes to " + block.hash() + ", not to " + raw.hash());
    }
    BlockRules.check(block, raw.height(), network);
    int inputs = 0;
    int outputs = 0;
    for (BitcoinTransaction transaction : block.transactions()) {
      inputs += transaction.inputs().size();
      outputs += transaction.outputs().size();
    }
    long[] spent = new long[2 * (inputs - 1)];
    long[] made = new long[2 * outputs];
    long[] payees = new long[2 * outputs];
    int input = 0;
    int output = 0;
    for (BitcoinTransaction transaction : block.transactions()) {
      for (BitcoinInput in : transaction.inputs()) {
        if (!in.isOfCoinbase()) {
          names.outpoint(in.previousTx(), in.previousIndex(), spent, input);
          input += 2;
        }
      }
      List<BitcoinOutput> outs = transaction.outputs();
      for (int i = 0; i < outs.size(); i++, output += 2) {
        names.outpoint(transaction.hash(), i, made, output);
        if (outs.get(i).payee().program() != null) {
          names.payee(outs.get(i).payee(), payees, output);
        }
      }
    }
    return new NamedBlock(raw.height(), block, raw.bytes(), spent, made, payees);
  }
}
