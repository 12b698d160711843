package org.ringlight.lake;

/** Is told what a commit has just done; the crash tests stop there. */
@FunctionalInterface
interface CommitSteps {

  /** Nobody listens. */
  CommitSteps UNWATCHED = step -> {};

  /** {@code step} is done and durable, the next one not begun. */
  void reached(String step);
}
