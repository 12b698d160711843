package org.ringlight.failure;

import org.jspecify.annotations.Nullable;

/**
 * What can go wrong outside this program. Every kind says what happened, where, and what to do;
 * programming errors stay {@link IllegalArgumentException} and {@link IllegalStateException}.
 * Wrapped once: a {@code Failure} is never the cause of another.
 */
public abstract sealed class Failure extends RuntimeException
    permits ConfigurationInvalid, DataInvalid, Interrupted, NodeUnreachable, StoreUnavailable {

  private static final long serialVersionUID = 1L;

  /** The five kinds; each has its exit code in the command line. */
  public enum Kind {
    CONFIGURATION_INVALID,
    DATA_INVALID,
    INTERRUPTED,
    NODE_UNREACHABLE,
    STORE_UNAVAILABLE
  }

  Failure(String what, String where, String whatToDo, @Nullable Throwable cause) {
    super(printable(what + " [" + where + "]; " + whatToDo), refuseTwice(cause));
  }

  /** One line without codes that a terminal obeys: parts of it come from outside. */
  private static String printable(String message) {
    return message.strip().replaceAll("\\R+", " / ").replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
  }

  private static @Nullable Throwable refuseTwice(@Nullable Throwable cause) {
    if (cause instanceof Failure) {
      throw new IllegalArgumentException("a failure is wrapped once", cause);
    }
    return cause;
  }

  public abstract Kind kind();
}
