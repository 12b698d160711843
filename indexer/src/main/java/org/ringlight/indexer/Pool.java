package org.ringlight.indexer;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringlight.lake.Rows;
import org.ringlight.lake.Snapshot;
import org.ringlight.lake.table.PoolFate;
import org.ringlight.lake.table.PoolTransactionRow;
import org.ringlight.protocol.TxHash;

/**
 * What waits for a block: what the last commit left undecided and what was seen since. Bounded by
 * what a node's pool holds, and by {@link #LARGEST}.
 */
final class Pool {

  /** More than this is not taken in: far more than a pool of default size has ever held. */
  static final int LARGEST = 200_000;

  /**
   * A node keeps what it cannot mine, because a block contradicts it, for a week at most (monero
   * v0.18.3.4 src/cryptonote_config.h, CRYPTONOTE_MEMPOOL_TX_FROM_ALT_BLOCK_LIVETIME). Twice that.
   */
  private static final long KEPT_BLOCKS = 14 * 24 * 30;

  private final Map<TxHash, Waiting> waiting = new LinkedHashMap<>();

  /** In the node's pool, but of no more interest: contradicted by a block, or not readable. */
  private final Set<TxHash> settled = new HashSet<>();

  private Set<TxHash> missing = Set.of();
  private long lookedAt;
  private boolean changed;

  /** The pool as the tables tell it. */
  static Pool of(Optional<Snapshot> tables) {
    Pool pool = new Pool();
    tables.ifPresent(pool::read);
    return pool;
  }

  private void read(Snapshot tables) {
    long tip = tables.tip().height();
    for (Waiting pending : Waiting.read(tables, tip + 1, tip + 1)) {
      waiting.put(pending.hash(), pending);
    }
    try (Rows<PoolTransactionRow> rows =
        tables.scan(PoolTransactionRow.TABLE, tip - KEPT_BLOCKS, tip)) {
      rows.stream()
          .filter(row -> row.fate() == PoolFate.CONFLICTED)
          .forEach(row -> settled.add(row.hash()));
    }
  }

  int size() {
    return waiting.size();
  }

  /** What waits. */
  Set<TxHash> hashes() {
    return waiting.keySet();
  }

  /** Whether this is of no interest or there already. */
  boolean knows(TxHash hash) {
    return waiting.containsKey(hash) || settled.contains(hash);
  }

  /** Takes in a transaction that is seen for the first time. */
  void add(Waiting fresh) {
    waiting.put(fresh.hash(), fresh);
    changed = true;
  }

  /** Leaves alone what is in the node's pool but cannot be read. */
  void ignore(TxHash hash) {
    settled.add(hash);
  }

  /** The node's pool held exactly {@code there} at {@code now}, in seconds since 1970. */
  void looked(Set<TxHash> there, long now) {
    settled.retainAll(there);
    Set<TxHash> gone = new HashSet<>(waiting.keySet());
    gone.removeAll(there);
    changed |= !gone.isEmpty();
    missing = gone;
    lookedAt = now;
  }

  /** Whether the tables do not tell all of this yet; when it was last seen does not count. */
  boolean isChanged() {
    return changed;
  }

  /** What waits and was not there when last looked. */
  Set<TxHash> missing() {
    return missing;
  }

  /** What waits, and with it {@code restored}, which a reorganisation has made wait again. */
  Collection<Waiting> with(Collection<Waiting> restored) {
    Map<TxHash, Waiting> all = new LinkedHashMap<>();
    for (Waiting stay : waiting.values()) {
      boolean there = lookedAt > 0 && !missing.contains(stay.hash());
      all.put(stay.hash(), there ? stay.seen(lookedAt) : stay);
    }
    restored.forEach(stay -> all.merge(stay.hash(), stay, Waiting::and));
    return all.values();
  }

  /** A commit tells that this waits now, and that blocks contradict those. */
  void committed(Collection<Waiting> still, List<TxHash> contradicted) {
    waiting.clear();
    still.forEach(stay -> waiting.put(stay.hash(), stay));
    settled.removeAll(waiting.keySet());
    settled.addAll(contradicted);
    missing = Set.of();
    lookedAt = 0;
    changed = false;
  }
}
