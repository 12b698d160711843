/**
 * Proves the tables by themselves: hashes recomputed from rows, invariants, and a sample asked of a
 * node.
 */
@NullMarked
package org.ringlight.indexer.verify;

import org.jspecify.annotations.NullMarked;
