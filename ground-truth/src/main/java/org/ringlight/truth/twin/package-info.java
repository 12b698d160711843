/** The economy of a told Monero chain, told once more as a transparent Bitcoin chain. */
@NullMarked
package org.ringlight.truth.twin;

import org.jspecify.annotations.NullMarked;
