@NullMarked
package org.ringlight.analytics.bitcoin;

import org.jspecify.annotations.NullMarked;
