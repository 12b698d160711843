/** Everything that is spoken through monero-java; no other package imports it. */
@NullMarked
package org.ringlight.rpc.monerojava;

import org.jspecify.annotations.NullMarked;
