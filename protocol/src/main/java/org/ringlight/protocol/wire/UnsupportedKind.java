package org.ringlight.protocol.wire;

/** Leaves a decoder that met a kind it does not know; never leaves this package. */
final class UnsupportedKind extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  UnsupportedKind(String what, int position) {
    super(what, null, false, false);
    this.reason = what + " at byte " + position;
  }

  /** What was met, and at which byte of the transaction. */
  String reason() {
    return reason;
  }
}
