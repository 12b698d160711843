/**
 * Runs over the Bitcoin chain: each reads the tables at one tip, gives the kernels every
 * transaction in chain order, and writes what they find as one commit of Bitcoin's findings.
 */
@NullMarked
package org.ringlight.analytics.bitcoin.run;

import org.jspecify.annotations.NullMarked;
