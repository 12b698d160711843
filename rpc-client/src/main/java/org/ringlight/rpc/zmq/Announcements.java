package org.ringlight.rpc.zmq;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.ringlight.failure.Interrupted;

/**
 * What a node publishes about its chain and its pool (monerod {@code --zmq-pub tcp://HOST:PORT}). A
 * publisher that is not there, dies or comes back is awaited in silence, and what it publishes
 * meanwhile is lost: announcements say when to ask a node, never what it has. An offline node
 * announces no pool transactions.
 *
 * <p>What arrives is bounded, in size and in number; frames that make no sense are counted and
 * passed over, and where nobody listens the oldest go. Safe for use by several threads, each
 * announcement going to one of them.
 */
public final class Announcements implements AutoCloseable {

  /** Announcements that wait for {@link #next}; a hint that is older than 256 others is none. */
  private static final int MOST_WAITING = 256;

  private final ArrayDeque<Announcement> waiting = new ArrayDeque<>();
  private final URI publisher;
  private final Subscriber subscriber;
  private boolean closed;
  private long dropped;
  private @Nullable RuntimeException broken;

  private Announcements(URI publisher) {
    this.publisher = publisher;
    this.subscriber = new Subscriber(publisher, this::arrived, this::broke);
  }

  /**
   * Listens from now on, in a thread of its own, until closed.
   *
   * @param publisher {@code tcp://host:port}
   */
  public static Announcements subscribe(URI publisher) {
    boolean address =
        "tcp".equals(publisher.getScheme())
            && publisher.getHost() != null
            && publisher.getPort() > 0
            && publisher.getPort() <= 65535
            && publisher.getRawPath().isEmpty();
    if (!address) {
      throw new IllegalArgumentException(
          "a publisher is written tcp://host:port, not " + publisher);
    }
    Announcements announcements = new Announcements(publisher);
    announcements.subscriber.start();
    return announcements;
  }

  /**
   * The next announcement; empty where none comes in time, and at once when closed.
   *
   * @throws Interrupted where the thread is interrupted
   */
  public synchronized Optional<Announcement> next(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (waiting.isEmpty() && !closed) {
      if (broken != null) {
        throw new IllegalStateException("nobody listens to " + publisher + " any more", broken);
      }
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return Optional.empty();
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Interrupted(
            "stopped while waiting for announcements", publisher.toString(), "start again", e);
      }
    }
    return closed ? Optional.empty() : Optional.of(waiting.remove());
  }

  /** How many frames made no sense so far. */
  public long malformed() {
    return subscriber.malformed();
  }

  /** How many announcements nobody took in time. */
  public synchronized long dropped() {
    return dropped;
  }

  private synchronized void arrived(Announcement announcement) {
    if (waiting.size() == MOST_WAITING) {
      waiting.remove();
      dropped++;
    }
    waiting.add(announcement);
    notifyAll();
  }

  private synchronized void broke(RuntimeException why) {
    broken = why;
    notifyAll();
  }

  /** Stops listening; threads in {@link #next} return. Returns within a second. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      waiting.clear();
      notifyAll();
    }
    subscriber.stop();
  }
}
