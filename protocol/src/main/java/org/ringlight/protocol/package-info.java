/** Monero's blocks and transactions as values; knows nobody but the JDK and a Keccak. */
@NullMarked
package org.ringlight.protocol;

import org.jspecify.annotations.NullMarked;
