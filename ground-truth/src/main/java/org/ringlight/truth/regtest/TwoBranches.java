package org.ringlight.truth.regtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ringlight.failure.Interrupted;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.failure.StoreUnavailable;
import org.ringlight.protocol.BlockHash;
import org.ringlight.rpc.MinedBlock;

/**
 * A chain that splits and joins as it does in the wild: two nodes with the same past that cannot
 * hear each other, then can. The node with the shorter branch reorganises. A wallet on each side
 * can spend the same output, each with a ring of its own.
 */
public final class TwoBranches implements AutoCloseable {

  private static final Duration JOIN_LIMIT = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final MonerodProcess home;
  private final MonerodProcess away;
  private final long splitHeight;

  private TwoBranches(MonerodProcess home, MonerodProcess away) {
    this.home = home;
    this.away = away;
    this.splitHeight = home.mining().height();
  }

  /**
   * Splits the chain at the tip of {@code home}, which stops for a moment while its database is
   * copied.
   *
   * @param folder for the second node, which does not exist
   */
  public static TwoBranches split(MonerodProcess home, Path folder) {
    home.restart(() -> copy(home.database(), MonerodProcess.database(folder)));
    return new TwoBranches(home, MonerodProcess.start(folder));
  }

  /** The second node. */
  public MonerodProcess away() {
    return away;
  }

  /** The height of the first block that differs. */
  public long splitHeight() {
    return splitHeight;
  }

  /**
   * Lets the nodes hear each other until {@code home} is on the longer branch of {@code away}, then
   * parts them for good; only {@code home} goes on.
   *
   * @return the blocks {@code home} gave up, lowest first
   * @throws NodeUnreachable if they do not come together in time
   */
  public List<MinedBlock> join() {
    List<MinedBlock> orphaned = new ArrayList<>();
    for (long h = splitHeight; h < home.mining().height(); h++) {
      orphaned.add(home.mining().block(h));
    }
    long target = away.mining().height();
    if (home.mining().height() >= target) {
      throw new IllegalStateException("the branch to win is not the longer one");
    }
    BlockHash winner = away.mining().block(target - 1).hash();
    away.restartAsPeerOf(home);
    home.restartAsPeerOf(away);
    awaitTip(winner, target);
    home.restart(() -> {});
    away.close();
    return orphaned;
  }

  private void awaitTip(BlockHash winner, long height) {
    long deadline = System.nanoTime() + JOIN_LIMIT.toNanos();
    while (home.mining().height() != height
        || !home.mining().block(height - 1).hash().equals(winner)) {
      if (System.nanoTime() > deadline) {
        throw new NodeUnreachable(
            "two nodes did not come together in " + JOIN_LIMIT.toSeconds() + " s",
            home.rpc() + " and " + away.rpc(),
            "read their logs");
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Interrupted("stopped while two nodes join", "" + home.rpc(), "run it again", e);
      }
    }
  }

  private static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to);
      Files.copy(from.resolve("data.mdb"), to.resolve("data.mdb"));
    } catch (IOException e) {
      throw new StoreUnavailable(
          "the chain cannot be copied: " + e.getMessage(), to.toString(), "make room", e);
    }
  }

  @Override
  public void close() {
    away.close();
  }
}
