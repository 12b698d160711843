/** The commands that make and serve chains whose true spends are known. */
@NullMarked
package org.ringlight.cli.truth;

import org.jspecify.annotations.NullMarked;
