/** Whether a truth file and the chain that a node serves say the same. */
@NullMarked
package org.ringlight.truth.check;

import org.jspecify.annotations.NullMarked;
