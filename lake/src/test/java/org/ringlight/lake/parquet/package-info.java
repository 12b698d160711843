/** Tests of files of rows. */
@NullMarked
package org.ringlight.lake.parquet;

import org.jspecify.annotations.NullMarked;
