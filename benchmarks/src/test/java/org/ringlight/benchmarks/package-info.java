@NullMarked
package org.ringlight.benchmarks;

import org.jspecify.annotations.NullMarked;
