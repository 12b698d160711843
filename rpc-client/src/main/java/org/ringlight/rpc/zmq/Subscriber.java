package org.ringlight.rpc.zmq;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.Msg;

/**
 * The thread that owns the socket. ZeroMQ's sockets are for one thread, and an interrupt in the
 * midst of their calls closes what lies beneath them: so nobody else touches it, and nobody
 * interrupts it.
 */
final class Subscriber {

  /** A block's announcement takes 70 bytes for each id: room for a branch of 3,700. */
  static final int LARGEST_FRAME = 256 << 10;

  private static final int MOST_QUEUED = 64;

  /**
   * ZeroMQ holds the frames of a message back until its last, and bounds neither their number nor
   * their sum. All that may lawfully be on its way is half of this.
   */
  private static final long LARGEST_BACKLOG = 2L * MOST_QUEUED * LARGEST_FRAME;

  private static final int FRAME_OVERHEAD = 128;
  private static final int LOOK_UP_MILLIS = 100;
  private static final int RECONNECT_MILLIS = 200;
  private static final int LONGEST_RECONNECT_MILLIS = 10_000;
  private static final int HEARTBEAT_MILLIS = 30_000;

  private final URI publisher;
  private final Consumer<Announcement> arrived;
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicLong malformed = new AtomicLong();
  private final AtomicLong backlog = new AtomicLong();

  Subscriber(URI publisher, Consumer<Announcement> arrived, Consumer<RuntimeException> broke) {
    this.publisher = publisher;
    this.arrived = arrived;
    this.thread =
        new Thread(
            () -> {
              try {
                listen();
              } catch (RuntimeException e) {
                broke.accept(e);
              }
            },
            "announcements of " + publisher);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  long malformed() {
    return malformed.get();
  }

  void stop() {
    stopping.countDown();
  }

  private void listen() {
    try (ZContext context = new ZContext(1)) {
      context.setLinger(0);
      for (int connection = 0; !stopped(0); connection++) {
        backlog.set(0);
        try (ZMQ.Socket socket = context.createSocket(SocketType.SUB);
            ZMQ.Socket events = context.createSocket(SocketType.PAIR)) {
          String partings = "inproc://partings-" + connection;
          socket.monitor(partings, ZMQ.EVENT_DISCONNECTED);
          events.connect(partings);
          if (connect(socket)) {
            receive(socket, events);
          }
        }
        stopped(RECONNECT_MILLIS);
      }
    }
  }

  /** Whether the publisher's host is known; it need not be up. */
  private boolean connect(ZMQ.Socket socket) {
    socket.setReceiveTimeOut(LOOK_UP_MILLIS);
    socket.setMaxMsgSize(LARGEST_FRAME);
    socket.setRcvHWM(MOST_QUEUED);
    socket.setReconnectIVL(RECONNECT_MILLIS);
    socket.setReconnectIVLMax(LONGEST_RECONNECT_MILLIS);
    socket.setHeartbeatIvl(HEARTBEAT_MILLIS);
    socket.setHeartbeatTimeout(HEARTBEAT_MILLIS);
    socket.setIPv6(publisher.getHost().startsWith("["));
    socket.setMsgAllocator(
        size -> {
          backlog.addAndGet(size + (long) FRAME_OVERHEAD);
          return new Msg(size);
        });
    socket.subscribe(Frame.CHAIN); // with its colon, monerod does not know the topic
    socket.subscribe(Frame.POOL);
    try {
      return socket.connect(publisher.toString());
    } catch (ZMQException noSuchHost) {
      stopped(LONGEST_RECONNECT_MILLIS); // names come back too
      return false;
    }
  }

  /**
   * Returns when stopped, or when the publisher has left or is to be left. ZeroMQ itself connects
   * again to one that has gone away, but never to one that broke its rules, the largest frame among
   * them.
   */
  private void receive(ZMQ.Socket socket, ZMQ.Socket events) {
    while (!stopped(0) && ZMQ.Event.recv(events, ZMQ.DONTWAIT) == null) {
      byte[] frame = socket.recv(0);
      if (frame != null) {
        backlog.set(0);
        boolean alone = !socket.hasReceiveMore();
        while (socket.hasReceiveMore()) {
          socket.recv(0);
        }
        if (alone) {
          Frame.read(frame).ifPresentOrElse(arrived, malformed::incrementAndGet);
        } else {
          malformed.incrementAndGet();
        }
      } else if (backlog.get() > LARGEST_BACKLOG) {
        malformed.incrementAndGet();
        return;
      }
    }
  }

  private boolean stopped(int withinMillis) {
    try {
      return stopping.await(withinMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("somebody interrupts a thread that is not theirs", e);
    }
  }
}
