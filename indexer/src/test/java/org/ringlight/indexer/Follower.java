package org.ringlight.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.ringlight.failure.Failure;
import org.ringlight.failure.NodeUnreachable;
import org.ringlight.indexer.pipeline.FollowListener;
import org.ringlight.indexer.pipeline.Following;
import org.ringlight.indexer.pipeline.IndexReport;
import org.ringlight.indexer.pipeline.Indexing;
import org.ringlight.lake.table.PoolFate;
import org.ringlight.lake.table.PoolTransactionRow;
import org.ringlight.protocol.TxHash;
import org.ringlight.rpc.NodeClient;
import org.ringlight.rpc.RegtestNode;
import org.ringlight.rpc.zmq.Announcements;

/** A run that follows a node in a thread of its own, and what it has told. */
final class Follower implements FollowListener, AutoCloseable {

  static final Duration SOON = Duration.ofMillis(200);

  private final DataFolder data;
  private final NodeClient client;
  private final Indexer indexer;
  private final CompletableFuture<IndexReport> run;
  private final List<Step> steps = new CopyOnWriteArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();

  private Follower(URI node, DataFolder data, Following following) {
    this.data = data;
    this.client = DataFolder.impatient(node);
    this.indexer = new Indexer(client, data.path());
    this.run =
        CompletableFuture.supplyAsync(() -> indexer.follow(Indexing.everything(), following, this));
  }

  /** Asks several times a second. */
  static Follower polling(URI node, DataFolder data) {
    return new Follower(node, data, new Following(SOON, SOON, Optional.empty()));
  }

  /** Hears announcements, and asks only once an hour where none comes. */
  static Follower listening(URI node, DataFolder data, Announcements announcements) {
    return new Follower(
        node, data, new Following(Duration.ofHours(1), SOON, Optional.of(announcements)));
  }

  List<Step> steps() {
    return steps;
  }

  List<String> told() {
    return told;
  }

  /** Waits until it is so. */
  void await(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as("%s; %s steps, told %s", what, steps.size(), told)
          .isLessThan(Duration.ofSeconds(90));
      assertThat(run).as(what).isNotDone();
      pause();
    }
  }

  /** Waits until the tables reach this height. */
  void awaitHeight(long height) {
    await("height " + height, () -> data.height() >= height);
  }

  /** Mines until a block is stored because it was announced: subscribing takes a moment. */
  void awaitConnection(RegtestNode node, NodeClient client) {
    for (int i = 0; i < 30; i++) {
      node.mine(1);
      long height = client.info().height() - 1;
      for (int glance = 0; glance < 60; glance++) {
        if (data.height() == height) {
          return;
        }
        pause();
      }
    }
    throw new AssertionError("nothing was announced");
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until the newest stay of the transaction has this fate. */
  PoolTransactionRow awaitFate(TxHash hash, PoolFate fate) {
    await(hash + " " + fate, () -> data.stays(hash).stream().anyMatch(row -> row.fate() == fate));
    List<PoolTransactionRow> stays = data.stays(hash);
    return stays.get(stays.size() - 1);
  }

  /** Waits for what ends it by itself. */
  Throwable failure() throws InterruptedException, TimeoutException {
    try {
      throw new AssertionError(run.get(60, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return Objects.requireNonNull(e.getCause());
    }
  }

  IndexReport stop() {
    indexer.stop();
    return run.orTimeout(10, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    indexer.stop();
    run.handle((report, problem) -> problem).orTimeout(10, TimeUnit.SECONDS).join();
    indexer.close();
    client.close();
  }

  @Override
  public void stored(Step step) {
    steps.add(step);
  }

  @Override
  public void away(NodeUnreachable why, Duration pause) {
    told.add("away");
  }

  @Override
  public void back(Duration away) {
    told.add("back");
  }

  @Override
  public void unannounced() {
    told.add("unannounced");
  }

  @Override
  public void pool(int waiting) {}

  @Override
  public void poolRefused(Failure why) {
    told.add("refused: " + why.getMessage());
  }

  @Override
  public void poolTooLarge(int waiting, int largest) {
    told.add("too large");
  }

  @Override
  public void note(String sentence) {}

  @Override
  public void unreadable(Failure why) {
    told.add("unreadable: " + why.getMessage());
  }
}
