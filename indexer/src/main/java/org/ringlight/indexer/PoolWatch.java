package org.ringlight.indexer;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringlight.failure.ConfigurationInvalid;
import org.ringlight.failure.DataInvalid;
import org.ringlight.failure.Failure;
import org.ringlight.indexer.pipeline.Asking;
import org.ringlight.indexer.pipeline.FollowListener;
import org.ringlight.indexer.pipeline.Following;
import org.ringlight.indexer.pipeline.Upkeep;
import org.ringlight.lake.Commit;
import org.ringlight.lake.Tip;
import org.ringlight.lake.Writer;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.FetchedTransaction;
import org.ringlight.rpc.NodeClient;

/**
 * Looks into the node's pool while the node stands at the tables' tip, and tells the tables between
 * blocks. A pool that cannot be read costs only its rows: the chain is followed all the same.
 */
final class PoolWatch {

  /** Asked for at once; transactions are up to a megabyte. */
  private static final int AT_ONCE = 100;

  /** For a node that was found between two blocks. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private final NodeClient node;
  private final Asking asking;
  private final Writer writer;
  private final Pool pool;
  private final Following following;
  private final FollowListener listener;
  private final Clock clock;
  private long committedAt = System.nanoTime();
  private boolean refused;
  private boolean tooLarge;

  PoolWatch(
      NodeClient node,
      Asking asking,
      Writer writer,
      Pool pool,
      Following following,
      FollowListener listener,
      Clock clock) {
    this.node = node;
    this.asking = asking;
    this.writer = writer;
    this.pool = pool;
    this.following = following;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Looks once, and commits where it is time.
   *
   * @return how soon to come back, at the latest
   */
  Duration look() {
    Optional<Tip> tip = writer.tip();
    if (tip.isEmpty()) {
      return following.poll();
    }
    try {
      if (!look(tip.get())) {
        return SOON;
      }
      refused = false;
    } catch (DataInvalid | ConfigurationInvalid e) {
      sayRefused(e);
      return following.poll();
    }
    listener.pool(pool.size());
    Duration early = following.betweenPoolCommits().minusNanos(System.nanoTime() - committedAt);
    if (pool.isChanged() && early.compareTo(Duration.ZERO) > 0) {
      return early.compareTo(following.poll()) < 0 ? early : following.poll();
    }
    commit();
    return following.poll();
  }

  private void sayRefused(Failure why) {
    if (!refused) {
      listener.poolRefused(why);
    }
    refused = true;
  }

  /** Whether the node stood still meanwhile; else what was seen does not count. */
  private boolean look(Tip tip) {
    Set<TxHash> there = asking.answer(node::poolHashes);
    long now = clock.instant().getEpochSecond();
    List<TxHash> fresh = there.stream().filter(hash -> !pool.knows(hash)).toList();
    boolean news = !fresh.isEmpty() || !there.containsAll(pool.hashes());
    if (news && !asking.answer(node::info).topHash().equals(tip.hash())) {
      return false; // a block may have taken them out of the pool, or brought them back
    }
    int room = Pool.LARGEST - pool.size();
    if (fresh.size() > room && !tooLarge) {
      tooLarge = true;
      listener.poolTooLarge(there.size(), Pool.LARGEST);
    }
    for (int first = 0; first < Math.min(room, fresh.size()); first += AT_ONCE) {
      int last = Math.min(Math.min(room, fresh.size()), first + AT_ONCE);
      List<TxHash> asked = fresh.subList(first, last);
      asking.answer(() -> node.transactions(asked)).forEach(fetched -> add(fetched, now));
    }
    pool.looked(there, now);
    return true;
  }

  private void add(FetchedTransaction fetched, long now) {
    if (fetched.height().isPresent()) {
      return; // mined meanwhile
    }
    try {
      pool.add(Waiting.of(Decode.whole(fetched.asked(), fetched.blob()), now));
    } catch (DataInvalid e) {
      pool.ignore(fetched.asked());
      listener.unreadable(e.within("tx " + fetched.asked() + " in the pool"));
    }
  }

  /** Tells the tables what changed; nothing where nothing did. */
  void commit() {
    Tip tip = writer.tip().orElse(null);
    if (tip == null || !pool.isChanged()) {
      return;
    }
    Fates fates = new Fates(pool.with(List.of()));
    fates.gone(pool.missing(), tip.height());
    Tip made;
    try (Commit commit = writer.begin()) {
      commit.takeBackUndecided();
      fates.writeTo(commit, tip.height());
      made = commit.commit(tip.height(), tip.hash());
    }
    fates.committed(pool);
    Upkeep.after(made.number(), writer);
    committedAt = System.nanoTime();
  }
}
