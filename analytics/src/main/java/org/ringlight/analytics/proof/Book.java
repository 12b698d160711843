package org.ringlight.analytics.proof;

import java.util.Set;

/**
 * What findings are checked against: the outputs and rings of tables, all or some, and the facts
 * beside them.
 *
 * @param runs the names of the runs that wrote findings
 * @param counts answers whether an amount was complete
 */
record Book(Outputs outputs, Rings rings, Facts facts, Set<String> runs, Counts counts) {

  /** Whether every output of an amount was spent. */
  interface Counts {

    /**
     * Whether the amount had as many rings up to a height as keys below it.
     *
     * @param space not 0
     */
    boolean complete(long space, long height);
  }

  int keys() {
    return outputs.keyCount();
  }
}
