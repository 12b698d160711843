package org.ringlight.indexer.bitcoin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;
import org.ringlight.rpc.bitcoin.BitcoinBlocks;
import org.ringlight.rpc.bitcoin.RawBitcoinBlock;

/** A source of a made chain, which can be exchanged for another. */
final class MadeSource implements BitcoinBlocks {

  private final int atOnce;
  private volatile MadeChain chain;
  private volatile UnaryOperator<byte[]> sends = UnaryOperator.identity();

  MadeSource(MadeChain chain) {
    this(chain, Integer.MAX_VALUE);
  }

  /** Gives so many blocks at once. */
  MadeSource(MadeChain chain, int atOnce) {
    this.chain = chain;
    this.atOnce = atOnce;
  }

  void goOverTo(MadeChain other) {
    chain = other;
  }

  /** Sends of every block these bytes. */
  void sends(UnaryOperator<byte[]> bytes) {
    sends = bytes;
  }

  @Override
  public String name() {
    return "made chain";
  }

  @Override
  public BitcoinNetwork network() {
    return MadeChain.NETWORK;
  }

  @Override
  public long tipHeight() {
    return chain.tipHeight();
  }

  @Override
  public Optional<BlockHash> hashIfAny(long height) {
    MadeChain now = chain;
    return height <= now.tipHeight() ? Optional.of(now.hash(height)) : Optional.empty();
  }

  @Override
  public List<RawBitcoinBlock> blocks(long from, long to, long maxBytes) {
    MadeChain now = chain;
    List<RawBitcoinBlock> blocks = new ArrayList<>();
    long bytes = 0;
    for (long height = from; height <= Math.min(to, now.tipHeight()); height++) {
      byte[] block = now.block(height);
      bytes += block.length;
      if (blocks.size() == atOnce || (!blocks.isEmpty() && bytes > maxBytes)) {
        break;
      }
      blocks.add(new RawBitcoinBlock(height, now.hash(height), sends.apply(block)));
    }
    return blocks;
  }

  @Override
  public void close() {}
}
