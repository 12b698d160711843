/** What wallets and miners write into the bytes of a transaction that consensus does not read. */
@NullMarked
package org.ringlight.protocol.extra;

import org.jspecify.annotations.NullMarked;
