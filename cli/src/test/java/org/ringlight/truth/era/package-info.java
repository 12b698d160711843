/** A chain that no wallet makes, written with the block makers of the era chains. */
@NullMarked
package org.ringlight.truth.era;

import org.jspecify.annotations.NullMarked;
