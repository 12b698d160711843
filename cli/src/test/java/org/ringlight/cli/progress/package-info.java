/** Progress as it is shown. */
@NullMarked
package org.ringlight.cli.progress;

import org.jspecify.annotations.NullMarked;
