/** What can go wrong outside the program: one sealed root, wrapped once. */
@NullMarked
package org.ringlight.failure;

import org.jspecify.annotations.NullMarked;
