/**
 * Era chains: seeded chains of every hard fork, whose true spends are known, written as a bootstrap
 * file that the real node imports and serves.
 */
@NullMarked
package org.ringlight.truth.era;

import org.jspecify.annotations.NullMarked;
