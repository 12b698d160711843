package org.ringlight.cli;

import org.ringlight.failure.Failure;

/** What the process says to the shell. */
final class ExitCode {

  static final int DONE = 0;
  static final int BUG = 1;
  static final int USAGE = 2;
  static final int CONFIGURATION = 3;
  static final int UNREACHABLE = 4;
  static final int DATA_INVALID = 5;
  static final int QUARANTINED = 6;
  static final int INTERRUPTED = 130;

  private ExitCode() {}

  static int of(Failure failure) {
    return switch (failure.kind()) {
      case CONFIGURATION_INVALID -> CONFIGURATION;
      case DATA_INVALID -> DATA_INVALID;
      case INTERRUPTED -> INTERRUPTED;
      case NODE_UNREACHABLE, STORE_UNAVAILABLE -> UNREACHABLE;
    };
  }
}
