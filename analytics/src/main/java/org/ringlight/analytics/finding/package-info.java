/** What follows from the chain: claims, what each rests on, and who says so. */
@NullMarked
package org.ringlight.analytics.finding;

import org.jspecify.annotations.NullMarked;
