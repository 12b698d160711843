/** Bitcoin's rules against published vectors and blocks made by hand. */
@NullMarked
package org.ringlight.protocol.bitcoin;

import org.jspecify.annotations.NullMarked;
