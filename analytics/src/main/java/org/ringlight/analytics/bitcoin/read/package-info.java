/** Bitcoin's tables as the kernels read them, and names for what the kernels find. */
@NullMarked
package org.ringlight.analytics.bitcoin.read;

import org.jspecify.annotations.NullMarked;
