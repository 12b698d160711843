package org.ringlight.indexer.pipeline;

/** A run was asked to stop while it waited for its node: not an error, what was done is kept. */
public final class Stopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Stopped() {
    super("stopped", null, false, false);
  }
}
