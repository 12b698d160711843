/**
 * Spark over the tables: sessions that are set up for them, and the tables of a namespace at one
 * tip under their names in SQL. Only this package and those below it import Spark.
 */
@NullMarked
package org.ringlight.analytics.spark;

import org.jspecify.annotations.NullMarked;
