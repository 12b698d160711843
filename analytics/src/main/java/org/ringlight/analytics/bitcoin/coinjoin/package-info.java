/**
 * Transactions that several people made together, recognised by their shape: one class each, asked
 * by {@link org.ringlight.analytics.bitcoin.coinjoin.CoinJoins}.
 */
@NullMarked
package org.ringlight.analytics.bitcoin.coinjoin;

import org.jspecify.annotations.NullMarked;
