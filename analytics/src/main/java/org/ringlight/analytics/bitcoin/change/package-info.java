/**
 * Which output of a payment goes back to the payer: heuristics vote, {@link
 * org.ringlight.analytics.bitcoin.change.ChangePoll} makes a consensus of it, {@link
 * org.ringlight.analytics.bitcoin.change.RevealedChange} measures each.
 */
@NullMarked
package org.ringlight.analytics.bitcoin.change;

import org.jspecify.annotations.NullMarked;
