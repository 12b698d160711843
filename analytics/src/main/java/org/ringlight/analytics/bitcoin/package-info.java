/** What is said of a transparent chain: clusters, change, CoinJoins, taint, exposure, entropy. */
@NullMarked
package org.ringlight.analytics.bitcoin;

import org.jspecify.annotations.NullMarked;
