/** Stories as they are written down: who is in them, what they do, and whether that can work. */
@NullMarked
package org.ringlight.truth.story.plot;

import org.jspecify.annotations.NullMarked;
