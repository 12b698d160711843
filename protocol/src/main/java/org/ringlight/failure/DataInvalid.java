package org.ringlight.failure;

import org.jspecify.annotations.Nullable;

/** Bytes from outside that do not decode, do not verify, or break a rule they must keep. */
public final class DataInvalid extends Failure {

  private static final long serialVersionUID = 1L;

  private final String what;
  private final String where;
  private final String whatToDo;

  public DataInvalid(String what, String where, String whatToDo) {
    this(what, where, whatToDo, null);
  }

  public DataInvalid(String what, String where, String whatToDo, @Nullable Throwable cause) {
    super(what, where, whatToDo, cause);
    this.what = what;
    this.where = where;
    this.whatToDo = whatToDo;
  }

  /**
   * The same failure seen from one level further out: {@code place} is put before where it
   * happened, so that a decoder need not know which transaction of which block it reads.
   */
  public DataInvalid within(String place) {
    DataInvalid placed = new DataInvalid(what, place + ", " + where, whatToDo, getCause());
    placed.setStackTrace(getStackTrace());
    return placed;
  }

  @Override
  public Kind kind() {
    return Kind.DATA_INVALID;
  }
}
