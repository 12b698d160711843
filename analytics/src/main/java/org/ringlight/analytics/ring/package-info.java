/** The rings of a chain as heuristics read them: again and again, in chain order. */
@NullMarked
package org.ringlight.analytics.ring;

import org.jspecify.annotations.NullMarked;
