package org.ringlight.rpc.http;

/** The node answered that it cannot answer now; caught by the transport, which asks again. */
final class Busy extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Busy(String what) {
    super(what, null, false, false);
  }
}
