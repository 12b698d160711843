/** Files that people and other programs write for us, and we for them. */
@NullMarked
package org.ringlight.lake.file;

import org.jspecify.annotations.NullMarked;
