package org.ringlight.truth.twin;

import java.nio.file.Path;
import java.util.List;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.bitcoin.BitcoinBlock;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.protocol.bitcoin.BlockRules;
import org.ringlight.protocol.bitcoin.HeaderChain;
import org.ringlight.rpc.bitcoin.BlockFileWriter;
import org.ringlight.rpc.bitcoinj.BitcoinDecoder;
import org.ringlight.rpc.bitcoinj.NewBlock;
import org.ringlight.rpc.bitcoinj.SimnetGenesis;

/**
 * Writes a chain of simnet block by block. Each is read back by our own decoder and held against
 * the rules that its bytes and its place in the chain can show. Not thread-safe.
 */
final class TwinBlocks implements AutoCloseable {

  private static final BitcoinNetwork NETWORK = BitcoinNetwork.SIMNET;

  /** What a block without witnesses may have (Bitcoin Core, {@code MAX_BLOCK_WEIGHT} / 4). */
  private static final int MOST_BYTES = 1_000_000;

  /** Each output asks for a signature (Bitcoin Core, {@code MAX_BLOCK_SIGOPS_COST} / 4). */
  private static final int MOST_OUTPUTS = 20_000;

  private final BitcoinDecoder decoder = new BitcoinDecoder(NETWORK);
  private final HeaderChain headers = HeaderChain.empty(NETWORK);
  private final BlockFileWriter file;

  /** Writes the network's first block. */
  TwinBlocks(Path file) {
    this.file = new BlockFileWriter(file, NETWORK);
    byte[] genesis = SimnetGenesis.block();
    BitcoinBlock block = decoder.block(genesis);
    headers.add(block.header(), block.hash());
    this.file.add(genesis);
  }

  /** The height of the next block. */
  long nextHeight() {
    return headers.height() + 1;
  }

  BlockHash tip() {
    return headers.tip();
  }

  /**
   * Adds a block, dated {@code time} or, where the last is not before that, a second after the
   * last.
   *
   * @param time seconds since 1970
   * @param transactions the coinbase first
   * @param fees of all others, satoshi
   * @throws DataInvalid where it is too large, or breaks another rule
   */
  void add(long time, List<byte[]> transactions, long fees) {
    long dated = Math.max(time, headers.time() + 1);
    byte[] bytes = NewBlock.after(headers.tip(), dated, headers.askedBits(dated), transactions);
    BitcoinBlock block = decoder.block(bytes);
    int outputs = block.transactions().stream().mapToInt(one -> one.outputs().size()).sum();
    if (bytes.length > MOST_BYTES || outputs > MOST_OUTPUTS) {
      throw new DataInvalid(
          "a twin block of "
              + bytes.length
              + " bytes and "
              + outputs
              + " outputs, where nodes take "
              + MOST_BYTES
              + " and "
              + MOST_OUTPUTS,
          "height " + nextHeight(),
          "tell a chain with fewer payments in a block");
    }
    BlockRules.check(block, nextHeight(), NETWORK);
    BlockRules.checkReward(block, nextHeight(), fees, NETWORK);
    headers.add(block.header(), block.hash());
    file.add(bytes);
  }

  @Override
  public void close() {
    file.close();
  }
}
