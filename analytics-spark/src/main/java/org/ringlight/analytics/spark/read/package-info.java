/**
 * One table at one tip as a Spark table: Iceberg's own scan of a snapshot, with unsigned columns
 * shown as they are meant and rows above a height left out.
 */
@NullMarked
package org.ringlight.analytics.spark.read;

import org.jspecify.annotations.NullMarked;
