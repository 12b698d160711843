@NullMarked
package org.ringlight.protocol.wire;

import org.jspecify.annotations.NullMarked;
