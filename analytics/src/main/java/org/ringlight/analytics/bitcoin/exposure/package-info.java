/** How much of what somebody sent or received reached or came from services that have labels. */
@NullMarked
package org.ringlight.analytics.bitcoin.exposure;

import org.jspecify.annotations.NullMarked;
