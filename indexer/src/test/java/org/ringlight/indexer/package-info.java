/** The index against nodes that behave, misbehave and change their minds. */
@NullMarked
package org.ringlight.indexer;

import org.jspecify.annotations.NullMarked;
