/** Stories: actors with real wallets who behave as told, on a private chain at simulated times. */
@NullMarked
package org.ringlight.truth.story;

import org.jspecify.annotations.NullMarked;
