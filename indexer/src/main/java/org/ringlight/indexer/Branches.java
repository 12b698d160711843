package org.ringlight.indexer;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.lake.table.BranchPlace;
import org.ringlight.protocol.BlockHash;
import org.ringlight.protocol.wire.DecodedBlock;
import org.ringlight.rpc.AlternativeChain;
import org.ringlight.rpc.NodeClient;

/**
 * Keeps what is off the main chain: blocks that a reorganisation takes back, and branches that the
 * node knows and the tables never held. Each block once, or once in part and once whole. One for a
 * run, which is one writer's; for one thread.
 *
 * <p>Branches are asked for beside the chain: a node that refuses, lies or goes away while it is
 * asked for them is said so once and stops nothing.
 */
final class Branches {

  /** Blocks asked for at one look: a node with very many cannot hold up a run; the next goes on. */
  private static final int AT_ONCE = 500;

  private final NodeClient node;
  private final Clock clock;
  private final BooleanSupplier stopping;
  private final Consumer<String> said;
  private final KeptBlocks kept;
  private final Set<BlockHash> asked = new HashSet<>();
  private final Set<String> alreadySaid = new HashSet<>();
  private List<BranchPlace> uncommitted = List.of();
  private int left;

  /**
   * @param stored what the writer found
   * @param stopping asked again and again; once it says yes, no more is asked of the node
   * @param said hears why branches are not kept, once for each reason
   */
  Branches(
      NodeClient node,
      Optional<Snapshot> stored,
      Clock clock,
      BooleanSupplier stopping,
      Consumer<String> said) {
    this.node = node;
    this.clock = clock;
    this.stopping = stopping;
    this.said = said;
    this.kept = new KeptBlocks(stored);
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  /** Keeps the blocks above {@code shared}, in the commit that takes them back. */
  void keepOrphaned(Commit commit, Snapshot tables, long shared) {
    uncommitted = new OrphanedRows(commit, tables, shared).copy(kept, now());
  }

  /** That commit was made. */
  void committed() {
    kept.add(uncommitted);
    uncommitted = List.of();
  }

  /**
   * Asks the node which branches it knows: those of their blocks that are not kept yet. To be asked
   * when the tables have caught up with the node, and after each block from then on.
   *
   * @param stored the tables as they are now
   */
  List<BranchBlock> find(StoredChain stored) {
    List<BranchBlock> found = new ArrayList<>();
    left = AT_ONCE;
    try {
      for (AlternativeChain chain : node.alternativeChains()) {
        try {
          find(chain, stored, found);
        } catch (DataInvalid e) {
          say("A branch of the node is not kept: " + e.getMessage());
        }
      }
    } catch (ConfigurationInvalid | DataInvalid | NodeUnreachable e) {
      say("The node's other branches are not kept: " + e.getMessage());
    }
    found.sort(Comparator.comparingLong(block -> block.block().place().height()));
    return found;
  }

  /**
   * Keeps what was found, in a commit of its own.
   *
   * @return how many blocks that were
   */
  int keep(Writer writer, List<BranchBlock> found) {
    Optional<Tip> tip = writer.tip();
    if (tip.isEmpty() || found.isEmpty()) {
      return 0;
    }
    try (Commit commit = writer.begin()) {
      found.forEach(block -> block.appendTo(commit));
      commit.commit(tip.get().height(), tip.get().hash());
    }
    kept.add(found.stream().map(block -> block.block().place()).toList());
    return found.size();
  }

  private void say(String what) {
    if (alreadySaid.add(what)) {
      said.accept(what);
    }
  }

  /** The blocks of a branch, the lowest first, that are to be kept. */
  private void find(AlternativeChain chain, StoredChain stored, List<BranchBlock> found) {
    BlockHash previous = chain.parent();
    for (int above = chain.hashes().size() - 1; above >= 0; above--) {
      BlockHash hash = chain.hashes().get(above);
      long height = chain.height() - above;
      if (left == 0 || stopping.getAsBoolean()) {
        return;
      }
      if (height >= stored.start()
          && !kept.holdsWhole(hash)
          && !asked.contains(hash)
          && !isOurs(stored, height, hash)) {
        BlockHash branch = chain.hashes().get(chain.hashes().size() - 1);
        ask(new BranchBlock.Name(branch, hash, height, previous))
            .filter(block -> kept.lacks(block.block().place()))
            .ifPresent(found::add);
      }
      previous = hash;
    }
  }

  /** The node may be behind, or on a branch that the tables do not follow. */
  private static boolean isOurs(StoredChain stored, long height, BlockHash hash) {
    return stored.hashAt(height).equals(Optional.of(hash));
  }

  /** Asks once a run, unless the node went away: what is kept in part is left to the next run. */
  private Optional<BranchBlock> ask(BranchBlock.Name name) {
    left--;
    asked.add(name.hash());
    try {
      return fetch(name);
    } catch (NodeUnreachable e) {
      asked.remove(name.hash());
      throw e;
    }
  }

  private Optional<BranchBlock> fetch(BranchBlock.Name name) {
    Optional<byte[]> blob = node.blockBlob(name.hash());
    if (blob.isEmpty()) {
      return Optional.empty(); // on the main chain since, or forgotten
    }
    DecodedBlock decoded = DecodedBlock.of(blob.get());
    return Optional.of(
        BranchBlock.of(
            name, decoded, node.transactions(decoded.block().transactionHashes()), now()));
  }
}
