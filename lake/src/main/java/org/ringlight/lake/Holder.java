package org.ringlight.lake;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How a process names itself in the files it holds. */
public final class Holder {

  private Holder() {}

  /** This process, from now on. */
  public static String process() {
    return "process %d%s".formatted(ProcessHandle.current().pid(), since());
  }

  /**
   * This process with its machine, from now on. Asks the system's resolver, which can take long.
   */
  static String processAndHost() {
    return "process %d on %s%s".formatted(ProcessHandle.current().pid(), host(), since());
  }

  private static String since() {
    return " since " + Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "this host"; // it has no name that resolves; the process number says enough
    }
  }
}
