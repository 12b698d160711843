/** Ids of transactions and blocks, and the Keccak they are made with. */
@NullMarked
package org.ringlight.protocol.hash;

import org.jspecify.annotations.NullMarked;
