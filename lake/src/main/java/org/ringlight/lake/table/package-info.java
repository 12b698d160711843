/**
 * The tables as code: one record and one description per table. From a description come the Iceberg
 * schema, the Parquet writer and reader, the SQL view and the page of the data dictionary.
 */
@NullMarked
package org.ringlight.lake.table;

import org.jspecify.annotations.NullMarked;
