/** A chain drawn by hand, whose story and rows are one file. */
@NullMarked
package org.ringlight.lake.mini;

import org.jspecify.annotations.NullMarked;
