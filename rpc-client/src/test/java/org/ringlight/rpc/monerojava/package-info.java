/** Our bulk path beside monero-java's, on the same real chain. */
@NullMarked
package org.ringlight.rpc.monerojava;

import org.jspecify.annotations.NullMarked;
