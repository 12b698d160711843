/** The command that opens notebooks: Jupyter in processes of its own. */
@NullMarked
package org.ringlight.cli.notebook;

import org.jspecify.annotations.NullMarked;
