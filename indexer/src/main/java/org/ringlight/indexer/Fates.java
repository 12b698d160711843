package org.ringlight.indexer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringlight.lake.Commit;
import org.ringlight.lake.table.PoolFate;
import org.ringlight.lake.table.PoolRingRow;
import org.ringlight.protocol.Input;
import org.ringlight.protocol.KeyImage;
import org.ringlight.protocol.TxHash;

/**
 * What one commit says of the pool: which of those that wait its blocks decide, and which wait on.
 * The pool hears of it only when the commit is made.
 */
final class Fates {

  private final Map<TxHash, Waiting> waiting = new LinkedHashMap<>();
  private final Map<KeyImage, List<TxHash>> spenders = new HashMap<>();
  private final List<Waiting> decided = new ArrayList<>();
  private final List<TxHash> contradicted = new ArrayList<>();

  Fates(Collection<Waiting> undecided) {
    for (Waiting stay : undecided) {
      waiting.put(stay.hash(), stay);
      for (PoolRingRow ring : stay.rings()) {
        spenders.computeIfAbsent(ring.keyImage(), none -> new ArrayList<>()).add(stay.hash());
      }
    }
  }

  /** The next block: what it holds is mined, what spends the same is contradicted. */
  void append(CheckedBlock block) {
    if (waiting.isEmpty()) {
      return;
    }
    for (CheckedTransaction transaction : block.transactions()) {
      decide(transaction.hash(), PoolFate.MINED, block.height());
      if (transaction instanceof CheckedTransaction.Verified verified) {
        for (Input input : verified.shape().prefix().inputs()) {
          if (input instanceof Input.ToKey ring) {
            for (TxHash other : spenders.getOrDefault(ring.keyImage(), List.of())) {
              decide(other, PoolFate.CONFLICTED, block.height());
            }
          }
        }
      }
    }
  }

  /** These are no longer in the pool of a node whose tip is at {@code height}. */
  void gone(Set<TxHash> missing, long height) {
    missing.forEach(hash -> decide(hash, PoolFate.GONE, height));
  }

  private void decide(TxHash hash, PoolFate fate, long height) {
    Waiting stay = waiting.remove(hash);
    if (stay != null) {
      decided.add(stay.decided(fate, height));
      if (fate == PoolFate.CONFLICTED) {
        contradicted.add(hash);
      }
    }
  }

  /** Appends all rows to a commit whose tip is at {@code height}. */
  void writeTo(Commit commit, long height) {
    decided.forEach(stay -> stay.append(commit));
    waiting.values().stream()
        .map(stay -> stay.decided(PoolFate.PENDING, height + 1))
        .forEach(stay -> stay.appendUndecided(commit));
  }

  /** The commit was made. */
  void committed(Pool pool) {
    pool.committed(waiting.values(), contradicted);
  }
}
