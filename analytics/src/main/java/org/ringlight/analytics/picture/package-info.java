/** What pictures are drawn with. */
@NullMarked
package org.ringlight.analytics.picture;

import org.jspecify.annotations.NullMarked;
