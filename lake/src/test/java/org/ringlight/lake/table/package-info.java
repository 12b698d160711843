/** Tests of the descriptions. */
@NullMarked
package org.ringlight.lake.table;

import org.jspecify.annotations.NullMarked;
