package org.ringlight.failure;

/** Stopped from outside, with everything committed so far saved. */
public final class Interrupted extends Failure {

  private static final long serialVersionUID = 1L;

  public Interrupted(String what, String where, String whatToDo) {
    super(what, where, whatToDo, null);
  }

  public Interrupted(String what, String where, String whatToDo, Throwable cause) {
    super(what, where, whatToDo, cause);
  }

  @Override
  public Kind kind() {
    return Kind.INTERRUPTED;
  }
}
