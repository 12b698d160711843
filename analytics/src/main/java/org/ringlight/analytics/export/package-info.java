/** Results in the formats of other programs. */
@NullMarked
package org.ringlight.analytics.export;

import org.jspecify.annotations.NullMarked;
