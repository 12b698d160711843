/** The command line: one class per command. */
@NullMarked
package org.ringlight.cli;

import org.jspecify.annotations.NullMarked;
