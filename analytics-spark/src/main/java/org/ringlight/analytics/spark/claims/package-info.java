/** What findings say of rings, as views for the jobs that count them. */
@NullMarked
package org.ringlight.analytics.spark.claims;

import org.jspecify.annotations.NullMarked;
