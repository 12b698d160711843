package org.ringlight.rpc;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.OutputName;
import org.ringlight.protocol.TxHash;

/**
 * What one can ask a Monero node. Answers are the node's word, bounded and of the right shape but
 * not verified; each type says what its receiver must check. Safe for use by several threads.
 *
 * <p>Every call throws {@link org.ringlight.failure.NodeUnreachable} where the node is down, slow,
 * busy or drops connections until the retries are used up, {@link
 * org.ringlight.failure.DataInvalid} where it answers as no node does, and {@link
 * org.ringlight.failure.ConfigurationInvalid} where it refuses the login or the call.
 */
public interface NodeClient extends AutoCloseable {

  NodeInfo info();

  /**
   * The blocks from {@code startHeight} on, as many as the node gives at once (monerod: at most
   * 1,000, fewer where they are large); none where that height is beyond its tip. The first block
   * of the answer has the height asked; the caller's loop goes on after the last.
   *
   * @throws org.ringlight.failure.ConfigurationInvalid for {@link PageForm#FULL} from a node that
   *     has pruned those blocks
   */
  ChainPage page(long startHeight, PageForm form);

  /** Headers of the main chain at heights {@code from} to {@code to}, both included, in order. */
  List<HeaderFacts> headers(long from, long to);

  /** The id of the main chain's block at {@code height}; empty beyond the tip. */
  Optional<BlockHash> hashAt(long height);

  /**
   * The bytes of a block of any branch the node still holds: of the main chain, orphaned, or beside
   * it from the start. What is off the main chain survives a restart only under {@code
   * --keep-alt-blocks}; without it, a node forgets it when it starts.
   */
  Optional<byte[]> blockBlob(BlockHash hash);

  /**
   * Whole transactions of chain or pool, in the order asked; those the node does not have are left
   * out. Any number may be asked: requests are split so that restricted ports answer.
   */
  List<FetchedTransaction> transactions(List<TxHash> hashes);

  /** The same without signatures and range proofs, with the hash of what is left out. */
  List<FetchedTransaction> prunedTransactions(List<TxHash> hashes);

  /**
   * Outputs by their names, in the order asked; those the node does not have are left out, which
   * costs two calls more. Any number may be asked: requests are split so that restricted ports
   * answer.
   */
  List<FetchedOutput> outputs(List<OutputName> names);

  /**
   * Branches off the main chain: {@link #blockBlob} gives their blocks. Restricted ports refuse the
   * list, but give a block whose hash one knows.
   *
   * <p>A node keeps no transactions for such blocks. {@link #transactions} finds those of
   *
   * <ul>
   *   <li>an orphaned block, or one that a peer sent, in the pool, where they wait until the main
   *       chain takes them in, for up to seven days, across restarts, and even where the main chain
   *       has spent their key images otherwise. Pruned nodes lose those pruned before.
   *   <li>a block that the node itself made beside its chain, wherever they were before. One whose
   *       key images the main chain has spent goes from the pool after three days or at the next
   *       start, and {@code flush_txpool} forgets all at once.
   * </ul>
   *
   * So a branch that is to be kept must be fetched when it is seen. Found with monerod 0.18.0.0;
   * source: monero v0.18.3.4 {@code src/cryptonote_core/blockchain.cpp} ({@code
   * pop_block_from_blockchain}, {@code switch_to_alternative_blockchain}), {@code
   * src/cryptonote_core/tx_pool.cpp} ({@code remove_stuck_transactions}, {@code validate}), {@code
   * src/cryptonote_core/cryptonote_core.cpp} ({@code init}).
   */
  List<AlternativeChain> alternativeChains();

  /**
   * All that waits in the pool, with its bytes. Restricted ports leave out what the node has not
   * yet relayed to all its peers, and give no times; those of release 0.19 refuse the call, but not
   * {@link #poolHashes}.
   */
  List<PoolTransaction> pool();

  /**
   * The hashes of all that waits in the pool, in the node's order: 64 digits a transaction, cheap
   * enough to ask every second. The bytes of those that are new come by {@link #transactions}.
   */
  Set<TxHash> poolHashes();

  FeeEstimate fees();

  HardForkFacts hardFork();

  /** One status for each key image, in the order asked. */
  List<KeyImageStatus> keyImagesSpent(List<KeyImage> keyImages);

  /** The node that answers now; of several, the one preferred. */
  URI endpoint();

  /** The node or nodes for a message, without credentials. */
  String describe();

  @Override
  void close();
}
