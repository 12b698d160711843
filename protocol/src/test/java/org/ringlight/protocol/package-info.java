@NullMarked
package org.ringlight.protocol;

import org.jspecify.annotations.NullMarked;
