/** The command {@code contrast}: its tables, its pictures and its page. */
@NullMarked
package org.ringlight.cli.contrast;

import org.jspecify.annotations.NullMarked;
