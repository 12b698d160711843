/**
 * The contrast: both chains as one graph of spends with weighted candidates, and the same measures
 * over it, each a Spark job. Rows stay on the executors; what a measure gives is small.
 */
@NullMarked
package org.ringlight.analytics.spark.contrast;

import org.jspecify.annotations.NullMarked;
