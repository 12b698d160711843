/** How the scores of an evaluation are shown. */
@NullMarked
package org.ringlight.cli.evaluate;

import org.jspecify.annotations.NullMarked;
