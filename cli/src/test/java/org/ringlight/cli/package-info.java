/** The command line as a person or a script uses it. */
@NullMarked
package org.ringlight.cli;

import org.jspecify.annotations.NullMarked;
