/**
 * Analyses of the whole chain as Spark jobs, for what one machine is too small for: they read the
 * tables of one tip and never bring rows to the driver, but to print them.
 */
@NullMarked
package org.ringlight.analytics.spark.job;

import org.jspecify.annotations.NullMarked;
