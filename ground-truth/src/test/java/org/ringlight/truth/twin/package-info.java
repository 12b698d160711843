/** Tests of twins. */
@NullMarked
package org.ringlight.truth.twin;

import org.jspecify.annotations.NullMarked;
