package org.ringlight.cli;

import org.ringlight.failure.Failure;

/** What the process says to the shell. */
public final class ExitCode {

  public static final int DONE = 0;
  public static final int BUG = 1;
  public static final int USAGE = 2;
  public static final int CONFIGURATION = 3;
  public static final int UNREACHABLE = 4;
  public static final int DATA_INVALID = 5;
  public static final int QUARANTINED = 6;
  public static final int INTERRUPTED = 130;

  private ExitCode() {}

  /** What {@code failure} means to the shell. */
  public static int of(Failure failure) {
    return switch (failure.kind()) {
      case CONFIGURATION_INVALID -> CONFIGURATION;
      case DATA_INVALID -> DATA_INVALID;
      case INTERRUPTED -> INTERRUPTED;
      case NODE_UNREACHABLE, STORE_UNAVAILABLE -> UNREACHABLE;
    };
  }
}
