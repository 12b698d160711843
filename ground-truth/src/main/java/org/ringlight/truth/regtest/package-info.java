/** Real nodes and wallets on a private chain: processes, mining at simulated times, branches. */
@NullMarked
package org.ringlight.truth.regtest;

import org.jspecify.annotations.NullMarked;
