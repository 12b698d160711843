package org.ringlight.truth.regtest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;
import org.ringlight.failure.ConfigurationInvalid;

/**
 * Ports of this machine that nobody listens on. They lie below the range the kernel takes ports for
 * outgoing connections from, and no port is given twice by one process, so that a program started a
 * moment later still finds its port free.
 */
final class FreePorts {

  private static final int LOWEST = 21_000;
  private static final int SPAN = 10_000;

  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * 37 % SPAN));

  private FreePorts() {}

  static int one() {
    for (int tries = 0; tries < SPAN; tries++) {
      int port = LOWEST + Math.floorMod(NEXT.getAndIncrement(), SPAN);
      if (isFree(port)) {
        return port;
      }
    }
    throw new ConfigurationInvalid(
        "no free port",
        "127.0.0.1:" + LOWEST + "-" + (LOWEST + SPAN - 1),
        "end programs that listen there");
  }

  /** Refuses a port that somebody listens on: who answers there is not who is started. */
  static void requireFree(int port) {
    if (!isFree(port)) {
      throw new ConfigurationInvalid(
          "another program listens there",
          "127.0.0.1:" + port,
          "choose another port, or end that program");
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
