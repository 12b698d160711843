/** Progress on the terminal, as plain lines, or as JSON. */
@NullMarked
package org.ringlight.cli.progress;

import org.jspecify.annotations.NullMarked;
