package org.ringlight.rpc;

import java.util.List;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.TxHash;

/**
 * The calls that make a chain on a private node (monerod --regtest), and the few that read back
 * what was made, as the node itself decodes it. Ground truth is read through this and not through
 * our own decoder, which it is there to check.
 *
 * <p>Every method throws {@link org.ringlight.failure.NodeUnreachable} when the node does not
 * answer, and {@link org.ringlight.failure.DataInvalid} when it refuses or its answer makes no
 * sense.
 */
public interface MiningClient {

  /** A block for the node's tip, full of its pool, paying {@code address}. */
  MiningTemplate template(String address);

  /** A block that follows {@code previous}, which need not be the tip. */
  MiningTemplate template(String address, BlockHash previous);

  /** Hands in a whole block: {@code blob} as in {@link MiningTemplate#blob}. */
  void submit(byte[] blob);

  /** Mines {@code count} blocks on the tip, dated by the node's own clock; their hashes. */
  List<BlockHash> generate(int count, String address);

  /** Mines {@code count} blocks, the first of which follows {@code previous}; their hashes. */
  List<BlockHash> generate(int count, String address, BlockHash previous);

  /** Forgets every transaction in the pool. */
  void flushPool();

  /** The number of blocks of the main chain: the tip's height plus one. */
  long height();

  /** The block at {@code height} of the main chain. */
  MinedBlock block(long height);

  /** Any block the node keeps, orphaned ones too. */
  MinedBlock block(BlockHash hash);

  /** The branches that lost. */
  List<MiningBranch> branches();

  /** The hashes in the pool. */
  List<TxHash> pool();

  /** The rings of {@code hashes}, on the chain or in the pool, in the order asked for. */
  List<MinedRing> rings(List<TxHash> hashes);
}
