package org.ringlight.failure;

/** Tables, disk or database that cannot be read or written. */
public final class StoreUnavailable extends Failure {

  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String what, String where, String whatToDo) {
    super(what, where, whatToDo, null);
  }

  public StoreUnavailable(String what, String where, String whatToDo, Throwable cause) {
    super(what, where, whatToDo, cause);
  }

  @Override
  public Kind kind() {
    return Kind.STORE_UNAVAILABLE;
  }
}
