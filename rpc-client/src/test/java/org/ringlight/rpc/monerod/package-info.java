/** The client against real and hostile nodes. */
@NullMarked
package org.ringlight.rpc.monerod;

import org.jspecify.annotations.NullMarked;
