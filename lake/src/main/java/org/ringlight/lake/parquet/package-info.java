/**
 * Rows as Parquet: version 1 pages, zstd, written and read column by column from a table's
 * description. parquet-java names Hadoop's types in its signatures; none of them runs here.
 */
@NullMarked
package org.ringlight.lake.parquet;

import org.jspecify.annotations.NullMarked;
