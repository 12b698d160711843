/** In how many ways a transaction can be read, and which inputs and outputs belong together. */
@NullMarked
package org.ringlight.analytics.bitcoin.entropy;

import org.jspecify.annotations.NullMarked;
