@NullMarked
package org.ringlight.protocol.extra;

import org.jspecify.annotations.NullMarked;
