/** The rules of the house, checked on the compiled code. */
@NullMarked
package org.ringlight.architecture;

import org.jspecify.annotations.NullMarked;
