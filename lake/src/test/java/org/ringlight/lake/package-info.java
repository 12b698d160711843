/** Tests of commits and reading. */
@NullMarked
package org.ringlight.lake;

import org.jspecify.annotations.NullMarked;
