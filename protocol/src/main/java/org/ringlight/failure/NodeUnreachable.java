package org.ringlight.failure;

/** A node that does not answer, or not in time, or answers as no node does. */
public final class NodeUnreachable extends Failure {

  private static final long serialVersionUID = 1L;

  public NodeUnreachable(String what, String where, String whatToDo) {
    super(what, where, whatToDo, null);
  }

  public NodeUnreachable(String what, String where, String whatToDo, Throwable cause) {
    super(what, where, whatToDo, cause);
  }

  @Override
  public Kind kind() {
    return Kind.NODE_UNREACHABLE;
  }
}
