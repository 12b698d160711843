/** What is said to Iceberg: local files, the catalog, schemas, data files and their metrics. */
@NullMarked
package org.ringlight.lake.iceberg;

import org.jspecify.annotations.NullMarked;
