/**
 * What is known of a made chain: which output each key image really spends, and whose addresses are
 * whose.
 */
@NullMarked
package org.ringlight.truth;

import org.jspecify.annotations.NullMarked;
