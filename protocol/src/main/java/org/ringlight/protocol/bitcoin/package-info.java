/** Bitcoin's facts: hashes, scripts, blocks and transactions, as any source of them gives them. */
@NullMarked
package org.ringlight.protocol.bitcoin;

import org.jspecify.annotations.NullMarked;
