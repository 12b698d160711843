/**
 * What indexing a chain takes, whichever it is: pages fetched and decoded ahead through bounded
 * queues, when to commit, when to give up a branch, how to stop, how to follow a tip.
 */
@NullMarked
package org.ringlight.indexer.pipeline;

import org.jspecify.annotations.NullMarked;
