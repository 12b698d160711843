/** Consensus rules an analysis leans on, each with its place in monero's source. */
@NullMarked
package org.ringlight.protocol.rules;

import org.jspecify.annotations.NullMarked;
