/**
 * The mathematics of the contrast between a chain with rings and one without: worlds in which every
 * ring spent one member, and what flows through them. No tables and no Spark.
 */
@NullMarked
package org.ringlight.analytics.contrast;

import org.jspecify.annotations.NullMarked;
