/** The commands {@code graph …} and {@code query …}. */
@NullMarked
package org.ringlight.cli.graph;

import org.jspecify.annotations.NullMarked;
