/**
 * Coverage-guided fuzzing of everything that reads foreign bytes. An ordinary build runs the small
 * seeds beside the tests, written by {@link org.ringlight.testing.RandomTransactions}; the full
 * tier looks for new ones, two minutes for each decoder.
 */
@NullMarked
package org.ringlight.protocol.fuzz;

import org.jspecify.annotations.NullMarked;
