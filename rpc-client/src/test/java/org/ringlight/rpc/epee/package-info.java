/** Portable storage: by hand, by the recorded answers of real nodes, and by fuzzing. */
@NullMarked
package org.ringlight.rpc.epee;

import org.jspecify.annotations.NullMarked;
