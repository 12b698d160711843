@NullMarked
package org.ringlight.protocol.rules;

import org.jspecify.annotations.NullMarked;
