/**
 * Measurements beside what they are compared with, in one run: absolute numbers alone say nothing
 * on a shared machine.
 */
@NullMarked
package org.ringlight.benchmarks;

import org.jspecify.annotations.NullMarked;
