/** Disks that fail, for the tests. */
@NullMarked
package org.ringlight.lake.iceberg;

import org.jspecify.annotations.NullMarked;
