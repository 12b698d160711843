@NullMarked
package org.ringlight.protocol.hash;

import org.jspecify.annotations.NullMarked;
