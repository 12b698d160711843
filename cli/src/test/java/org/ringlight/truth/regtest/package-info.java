/** What the keys of a story's wallets see on its chain. */
@NullMarked
package org.ringlight.truth.regtest;

import org.jspecify.annotations.NullMarked;
