/**
 * Talking to nodes and wallets: interfaces and values; the connections live in the sub-packages.
 */
@NullMarked
package org.ringlight.rpc;

import org.jspecify.annotations.NullMarked;
