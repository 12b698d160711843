/**
 * What monero's own {@code monero-blockchain-mark-spent-outputs} marks, faults included: a
 * compatibility mode, not the truth.
 */
@NullMarked
package org.ringlight.analytics.official;

import org.jspecify.annotations.NullMarked;
