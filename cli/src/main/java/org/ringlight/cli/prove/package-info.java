/** How proofs are shown. */
@NullMarked
package org.ringlight.cli.prove;

import org.jspecify.annotations.NullMarked;
