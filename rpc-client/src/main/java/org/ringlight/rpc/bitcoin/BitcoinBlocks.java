package org.ringlight.rpc.bitcoin;

import java.util.List;
import java.util.Optional;
import org.ringlight.failure.DataInvalid;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.bitcoin.BitcoinNetwork;

/**
 * A source of one chain's blocks. Answers are the source's word, bounded but not verified. Safe for
 * use by several threads.
 *
 * <p>Every call throws {@link org.ringlight.failure.NodeUnreachable} where a node is down or slow
 * until the retries are used up, {@link org.ringlight.failure.DataInvalid} where the answer or the
 * file is none that Bitcoin has, and {@link org.ringlight.failure.ConfigurationInvalid} where the
 * login is refused.
 */
public interface BitcoinBlocks extends AutoCloseable {

  /** The node or folder, for messages; without credentials. */
  String name();

  BitcoinNetwork network();

  /** The height of the best chain's last block. */
  long tipHeight();

  /**
   * The hash of the best chain's block at {@code height}.
   *
   * @throws org.ringlight.failure.DataInvalid where {@code height} is beyond the tip; ask {@link
   *     #hashIfAny} where a reorganisation may have shortened the chain
   */
  default BlockHash hashAt(long height) {
    return hashIfAny(height)
        .orElseThrow(
            () ->
                new DataInvalid(
                    "no block at this height",
                    name() + ", height " + height,
                    "ask for heights up to the tip at " + tipHeight()));
  }

  /** The hash of the best chain's block at {@code height}; empty beyond the tip. */
  Optional<BlockHash> hashIfAny(long height);

  /**
   * The best chain's blocks from {@code from} to {@code to}, both included, in order: at most
   * {@code maxBytes} of them together, but at least one; fewer where the chain ends before, none
   * where it ends before {@code from}. The caller's loop goes on after the last.
   */
  List<RawBitcoinBlock> blocks(long from, long to, long maxBytes);

  @Override
  void close();
}
