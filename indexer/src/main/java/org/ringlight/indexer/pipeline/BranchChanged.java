package org.ringlight.indexer.pipeline;

/**
 * The node went over to another branch while it was read: not an error, the run starts again from
 * the tables.
 */
public final class BranchChanged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BranchChanged(String what) {
    super(what, null, false, false);
  }
}
